import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromCall, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { pagesOf, type V2ApiTold, v2Apis } from './v2-apis.ts';

interface V2Api extends Subject, V2ApiTold {
  readonly tags: V2ApiTold['tags'];
}

async function* list(reader: AwsReader, region: string): AsyncIterable<V2Api> {
  const { partition } = reader.identity;
  for (const api of await v2Apis(reader, region))
    yield {
      ...api,
      id: `arn:${partition}:apigateway:${region}::/apis/${api.apiId}`,
      region,
      name: api.apiName,
    };
}

/** The route by which a WebSocket API is entered, and the only one that can ask. Without it, everyone is let in. */
const entrance = '$connect';

/** Routes that ask nobody who they are; a preflight request cannot say. */
const openRoutes = fromCall(
  ['apigateway:GET'],
  async (reader, { region, apiId: ApiId, protocol }: V2Api): Promise<readonly string[]> => {
    const gateway = await reader.service('apiGatewayV2', region);
    const pages = pagesOf((from) => gateway.getRoutes({ ApiId, ...from }));
    const open: string[] = [];
    const all: string[] = [];
    for await (const { RouteKey, AuthorizationType } of itemsOf(pages, (page) => page.Items, 'GetRoutes')) {
      const key = present(RouteKey, 'the route key');
      all.push(key);
      const asks = protocol === 'WEBSOCKET' ? key === entrance : !key.startsWith('OPTIONS ');
      if (asks && (AuthorizationType ?? 'NONE') === 'NONE') open.push(key);
    }
    if (protocol === 'WEBSOCKET' && all.length > 0 && !all.includes(entrance)) open.push(entrance);
    return open.sort();
  },
);

export const v2Api = {
  title: 'HTTP or WebSocket API',
  scope: 'regional',
  permissions: ['apigateway:GET'],
  pattern: ({ partition }, region) => `arn:${partition}:apigateway:${region}::/apis/*`,
  list,
  facts: { openRoutes },
} as const satisfies ResourceKind<V2Api>;
