import type { Stage as Told } from '@aws-sdk/client-api-gateway';
import type { Subject } from '../../../domain/catalog.ts';
import { present } from '../collect.ts';
import type { RestApiTold } from './rest-apis.ts';

/** What the listing tells of a stage of a REST API. */
export interface Stage extends Subject {
  readonly apiId: string;
  readonly stage: string;
  readonly isPrivate: boolean;
  readonly tracing: boolean;
  readonly logLevels: Readonly<Record<string, string>>;
  /** Methods of whose requests and answers the log, where it is on, holds all there is. */
  readonly loggedWhole: readonly string[];
  /** A cache is kept at all. */
  readonly caches: boolean;
  readonly cacheEncryption: Readonly<Record<string, boolean>>;
  readonly clientCertificate: string | null;
  readonly webAcl: string | null;
}

/** API Gateway's name of "all methods". */
const allMethods = '*/*';

export function stageSubject(
  told: Told,
  { apiId, apiName, isPrivate }: RestApiTold,
  { region, partition }: { readonly region: string; readonly partition: string },
): Stage {
  const stage = present(told.stageName, 'the stage name');
  const settings = Object.entries(told.methodSettings ?? {});
  const cached = settings.filter(([, { cachingEnabled }]) => cachingEnabled);
  return {
    id: `arn:${partition}:apigateway:${region}::/restapis/${apiId}/stages/${stage}`,
    region,
    name: `${apiName}/${stage}`,
    tags: told.tags ?? {},
    apiId,
    stage,
    isPrivate,
    tracing: told.tracingEnabled ?? false,
    logLevels: {
      [allMethods]: 'OFF',
      ...Object.fromEntries(settings.map(([method, { loggingLevel }]) => [method, loggingLevel || 'OFF'])),
    },
    loggedWhole: settings.flatMap(([method, { dataTraceEnabled }]) => (dataTraceEnabled ? [method] : [])),
    caches: told.cacheClusterEnabled ?? false,
    cacheEncryption: Object.fromEntries(
      cached.map(([method, { cacheDataEncrypted }]) => [method, cacheDataEncrypted ?? false]),
    ),
    clientCertificate: told.clientCertificateId || null,
    webAcl: told.webAclArn || null,
  };
}
