import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromAccount, fromCall, fromListing, itemsOf, present, settable } from '../collect.ts';
import { type KeyManager, keyManager, keyManagerPermissions } from '../kms/key-manager.ts';
import { policyOpenTo } from '../policy-open-to.ts';
import type { AwsReader } from '../reader.ts';
import { samePolicy } from '../same-policy.ts';
import { type Secret, secretSubject } from './secret-subject.ts';
import { valueSince } from './value-since.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<Secret> {
  const secrets = await reader.service('secretsManager', region);
  const pages = secrets.paginateListSecrets({ IncludePlannedDeletion: false, MaxResults: 100 });
  for await (const told of itemsOf(pages, (page) => page.SecretList, 'ListSecrets'))
    yield secretSubject(told, region);
}

/** `null`: none. */
const policy = settable(
  fromCall(
    ['secretsmanager:GetResourcePolicy'],
    async (reader, { id: SecretId, region }: Secret): Promise<string | null> => {
      const told = await (await reader.service('secretsManager', region)).getResourcePolicy({ SecretId });
      present(told.ARN, 'the secret ARN');
      return told.ResourcePolicy || null;
    },
  ),
  {
    permissions: ['secretsmanager:PutResourcePolicy', 'secretsmanager:DeleteResourcePolicy'],
    calls: ({ after }) => [after === null ? 'DeleteResourcePolicy' : 'PutResourcePolicy'],
    same: samePolicy,
    async put(client, { id: SecretId, region }, ResourcePolicy) {
      const secrets = await client.service('secretsManager', region);
      if (ResourcePolicy === null) await secrets.deleteResourcePolicy({ SecretId });
      else await secrets.putResourcePolicy({ SecretId, ResourcePolicy });
    },
  },
);

/** Who minds the key that seals it. */
const sealedBy = fromAccount(
  keyManagerPermissions,
  async (reader, { kmsKeyId, region }: Secret): Promise<KeyManager> =>
    kmsKeyId === null ? 'AWS' : keyManager(reader, region, kmsKeyId),
);

export const secret = {
  title: 'Secrets Manager secret',
  scope: 'regional',
  permissions: ['secretsmanager:ListSecrets'],
  pattern: ({ id, partition }, region) => `arn:${partition}:secretsmanager:${region}:${id}:secret:*`,
  list,
  facts: {
    rotation: fromListing(({ rotation }: Secret) => rotation),
    use: fromListing(({ use }: Secret) => use),
    valueSince,
    sealedBy,
    policy,
    openTo: policyOpenTo('secretsmanager'),
  },
} as const satisfies ResourceKind<Secret>;
