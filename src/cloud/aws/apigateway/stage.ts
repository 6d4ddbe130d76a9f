import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromAccount, fromCall, fromListing, listOf, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { association } from '../wafv2/association.ts';
import { webAcls } from '../wafv2/refusals.ts';
import { methodsOf } from './methods.ts';
import { restApis } from './rest-apis.ts';
import { cacheEncryption, logLevels, tracing } from './stage-settings.ts';
import { type Stage, stageSubject } from './stage-subject.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<Stage> {
  const gateway = await reader.service('apiGateway', region);
  const where = { region, partition: reader.identity.partition };
  for (const api of await restApis(reader, region)) {
    const { item } = await gateway.getStages({ restApiId: api.apiId });
    for (const told of listOf(item, 'GetStages')) yield stageSubject(told, api, where);
  }
}

/** What stands behind the methods of the API: `AWS_PROXY`, `HTTP`. */
const backends = fromCall(
  ['apigateway:GET'],
  async (reader, { region, apiId }: Stage): Promise<readonly string[]> =>
    (await methodsOf(reader, region, apiId)).backends,
);

/** The role by which API Gateway writes logs for the whole region; without one it refuses to log; `null`: none. */
const logRole = fromAccount(['apigateway:GET'], (reader, { region }: Stage) =>
  reader.remember(`apigateway:GetAccount:${region}`, async (): Promise<string | null> => {
    const told = await (await reader.service('apiGateway', region)).getAccount({});
    return told.cloudwatchRoleArn || null;
  }),
);

export const stage = {
  title: 'stage of a REST API',
  scope: 'regional',
  permissions: ['apigateway:GET'],
  pattern: ({ partition }, region) => `arn:${partition}:apigateway:${region}::/restapis/*/stages/*`,
  list,
  facts: {
    isPrivate: fromListing((stage: Stage) => stage.isPrivate),
    tracing,
    logLevels,
    logRole,
    caches: fromListing((stage: Stage) => stage.caches),
    cacheEncryption,
    clientCertificate: fromListing((stage: Stage) => stage.clientCertificate),
    backends,
    webAcl: settable(
      fromListing((stage: Stage) => stage.webAcl),
      association('apigateway:SetWebACL'),
    ),
    webAcls,
  },
} as const satisfies ResourceKind<Stage>;
