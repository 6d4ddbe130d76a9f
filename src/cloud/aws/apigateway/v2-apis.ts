import type { Tags } from '../../../domain/check.ts';
import { everyOf, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** What the listing tells of an HTTP or WebSocket API. */
export interface V2ApiTold {
  readonly apiId: string;
  readonly apiName: string;
  readonly protocol: 'HTTP' | 'WEBSOCKET';
  readonly tags: Tags;
}

/** Pages of an operation of API Gateway's second API, which has no paginators. */
export async function* pagesOf<P extends { readonly NextToken?: string | undefined }>(
  ask: (from: { readonly NextToken?: string; readonly MaxResults: string }) => Promise<P>,
): AsyncIterable<P> {
  let next: string | undefined;
  do {
    const page = await ask({ MaxResults: '100', ...(next && { NextToken: next }) });
    yield page;
    next = page.NextToken || undefined;
  } while (next !== undefined);
}

/** All HTTP and WebSocket APIs of the region, for the kinds that are listed by them. */
export const v2Apis = (reader: AwsReader, region: string): Promise<readonly V2ApiTold[]> =>
  reader.remember(`apigateway:GetApis:${region}`, async () => {
    const gateway = await reader.service('apiGatewayV2', region);
    const pages = pagesOf((from) => gateway.getApis(from));
    return (await everyOf(itemsOf(pages, (page) => page.Items, 'GetApis'))).map((told) => ({
      apiId: present(told.ApiId, 'the API id'),
      apiName: present(told.Name, 'the API name'),
      protocol: present(told.ProtocolType, 'ProtocolType') === 'WEBSOCKET' ? 'WEBSOCKET' : 'HTTP',
      tags: told.Tags ?? {},
    }));
  });
