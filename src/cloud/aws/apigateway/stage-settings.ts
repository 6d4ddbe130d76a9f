import type { PatchOperation } from '@aws-sdk/client-api-gateway';
import { fromListing, settable } from '../collect.ts';
import type { AwsWriter } from '../writer.ts';
import type { Stage } from './stage-subject.ts';

const write = {
  permissions: ['apigateway:PATCH'],
  calls: () => ['UpdateStage'],
} as const;

async function patch(client: AwsWriter, { region, apiId, stage }: Stage, patches: readonly PatchOperation[]) {
  const gateway = await client.service('apiGateway', region);
  await gateway.updateStage({ restApiId: apiId, stageName: stage, patchOperations: [...patches] });
}

const replaced = (settings: object, of: string): readonly PatchOperation[] =>
  Object.entries(settings).map(([method, value]) => ({
    op: 'replace',
    path: `/${method}/${of}`,
    value: String(value),
  }));

export const tracing = settable(
  fromListing((stage: Stage): boolean => stage.tracing),
  {
    ...write,
    put: (client, stage, on) =>
      patch(client, stage, [{ op: 'replace', path: '/tracingEnabled', value: String(on) }]),
  },
);

/**
 * The level of the execution log by method, as API Gateway writes it (`~1records/GET`): the stage's own under the name of all
 * methods, and that of each method with settings of its own.
 */
export const logLevels = settable(
  fromListing((stage: Stage): Readonly<Record<string, string>> => stage.logLevels),
  { ...write, put: (client, stage, levels) => patch(client, stage, replaced(levels, 'logging/loglevel')) },
);

/** Whether the cache is encrypted, by method; only methods whose answers are kept. */
export const cacheEncryption = settable(
  fromListing((stage: Stage): Readonly<Record<string, boolean>> => stage.cacheEncryption),
  { ...write, put: (client, stage, by) => patch(client, stage, replaced(by, 'caching/dataEncrypted')) },
);
