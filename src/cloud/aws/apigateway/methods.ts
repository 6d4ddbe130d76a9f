import type { Method } from '@aws-sdk/client-api-gateway';
import { itemsOf } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

interface Methods {
  /** `GET /records` of those that ask nobody who they are. A preflight request cannot say who it is, so OPTIONS is none. */
  readonly open: readonly string[];
  /** What stands behind them: `AWS_PROXY`, `HTTP`; `unknown` where API Gateway does not tell. */
  readonly backends: readonly string[];
}

/** The methods of a REST API as it is now, for its own facts and for those of its stages. */
export const methodsOf = (reader: AwsReader, region: string, restApiId: string): Promise<Methods> =>
  reader.remember(`apigateway:GetResources:${region}:${restApiId}`, async () => {
    const gateway = await reader.service('apiGateway', region);
    const pages = gateway.paginateGetResources({ restApiId, embed: ['methods'], limit: 500 });
    const open: string[] = [];
    const backends = new Set<string>();
    for await (const { path, resourceMethods } of itemsOf(pages, (page) => page.items, 'GetResources'))
      for (const [name, method] of Object.entries(resourceMethods ?? {})) {
        if (name !== 'OPTIONS' && isOpen(method)) open.push(`${name} ${path}`);
        backends.add(method.methodIntegration?.type ?? 'unknown');
      }
    return { open: open.sort(), backends: [...backends].sort() };
  });

const isOpen = ({ authorizationType }: Method): boolean =>
  authorizationType === undefined || authorizationType === 'NONE';
