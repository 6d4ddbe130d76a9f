import type { InstanceStorageConfig, InstanceStorageResourceType } from '@aws-sdk/client-connect';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromCall, itemsOf, present } from '../collect.ts';
import { type KeyManager, keyManager, keyManagerPermissions } from '../kms/key-manager.ts';
import type { AwsReader } from '../reader.ts';

interface Instance extends Subject {
  readonly instanceId: string;
}

interface Store {
  /** `call recordings`, `screen recordings` or `chat transcripts`. */
  readonly holds: string;
  readonly where: string;
  readonly key: KeyManager;
}

const asked = {
  CALL_RECORDINGS: 'call recordings',
  SCREEN_RECORDINGS: 'screen recordings',
  CHAT_TRANSCRIPTS: 'chat transcripts',
} as const satisfies Partial<Record<InstanceStorageResourceType, string>>;

async function* list(reader: AwsReader, region: string): AsyncIterable<Instance> {
  const pages = (await reader.service('connect', region)).paginateListInstances({ MaxResults: 10 });
  for await (const told of itemsOf(pages, (page) => page.InstanceSummaryList, 'ListInstances')) {
    // One that is being made keeps nothing yet, and one that failed never will.
    if (told.InstanceStatus?.startsWith('CREATION_')) continue;
    const instanceId = present(told.Id, 'the id of the instance');
    yield {
      id: present(told.Arn, 'the ARN'),
      name: told.InstanceAlias ?? instanceId,
      region,
      instanceId,
    };
  }
}

/** Where recordings and transcripts of conversations go, and whose key seals them; none where nothing is kept. */
const stores = fromCall(
  ['connect:ListInstanceStorageConfigs', ...keyManagerPermissions],
  async (reader, { instanceId, region }: Instance): Promise<readonly Store[]> => {
    const connect = await reader.service('connect', region);
    const all: Store[] = [];
    for (const [ResourceType, holds] of Object.entries(asked)) {
      const pages = connect.paginateListInstanceStorageConfigs({
        InstanceId: instanceId,
        ResourceType: ResourceType as keyof typeof asked,
      });
      for await (const told of itemsOf(pages, (page) => page.StorageConfigs, 'ListInstanceStorageConfigs'))
        all.push({ holds, ...(await placeOf(told, reader, region)) });
    }
    return all;
  },
);

async function placeOf(told: InstanceStorageConfig, reader: AwsReader, region: string) {
  const { S3Config, KinesisVideoStreamConfig } = told;
  const [where, encryption] = S3Config
    ? [`bucket ${present(S3Config.BucketName, 'BucketName')}`, S3Config.EncryptionConfig]
    : [present(told.StorageType, 'StorageType'), KinesisVideoStreamConfig?.EncryptionConfig];
  return { where, key: await keyManager(reader, region, encryption?.KeyId) };
}

export const instance = {
  title: 'Connect instance',
  scope: 'regional',
  permissions: ['connect:ListInstances'],
  pattern: ({ id, partition }, region) => `arn:${partition}:connect:${region}:${id}:instance/*`,
  list,
  facts: { stores },
} as const satisfies ResourceKind<Instance>;
