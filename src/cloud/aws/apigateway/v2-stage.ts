import type { Stage as Told } from '@aws-sdk/client-apigatewayv2';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromListing, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { pagesOf, type V2ApiTold, v2Apis } from './v2-apis.ts';

interface V2Stage extends Subject {
  readonly logging: Logging;
}

interface Logging {
  readonly protocol: V2ApiTold['protocol'];
  /** Somewhere the requests are written to. */
  readonly accessLog: boolean;
  /** Routes whose execution log is off, `all routes` among them. An HTTP API has no execution log. */
  readonly silent: readonly string[];
}

async function* list(reader: AwsReader, region: string): AsyncIterable<V2Stage> {
  const gateway = await reader.service('apiGatewayV2', region);
  const { partition } = reader.identity;
  for (const { apiId: ApiId, apiName, protocol } of await v2Apis(reader, region)) {
    const pages = pagesOf((from) => gateway.getStages({ ApiId, ...from }));
    for await (const told of itemsOf(pages, (page) => page.Items, 'GetStages')) {
      const stage = present(told.StageName, 'the stage name');
      yield {
        id: `arn:${partition}:apigateway:${region}::/apis/${ApiId}/stages/${stage}`,
        region,
        name: `${apiName}/${stage}`,
        tags: told.Tags ?? {},
        logging: loggingOf(told, protocol),
      };
    }
  }
}

function loggingOf(told: Told, protocol: Logging['protocol']): Logging {
  const levels: readonly [string, string][] = [
    ['all routes', told.DefaultRouteSettings?.LoggingLevel ?? 'OFF'],
    ...Object.entries(told.RouteSettings ?? {}).map(([route, { LoggingLevel = 'OFF' }]): [string, string] => [
      route,
      LoggingLevel,
    ]),
  ];
  const silent = levels.filter(([, level]) => level === 'OFF').map(([route]) => route);
  return {
    protocol,
    accessLog: Boolean(told.AccessLogSettings?.DestinationArn),
    silent: protocol === 'HTTP' ? [] : silent,
  };
}

export const v2Stage = {
  title: 'stage of an HTTP or WebSocket API',
  scope: 'regional',
  permissions: ['apigateway:GET'],
  pattern: ({ partition }, region) => `arn:${partition}:apigateway:${region}::/apis/*/stages/*`,
  list,
  facts: { logging: fromListing(({ logging }: V2Stage) => logging) },
} as const satisfies ResourceKind<V2Stage>;
