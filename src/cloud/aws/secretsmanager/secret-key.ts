import { fromListing, settable } from '../collect.ts';
import type { Secret } from './secret-subject.ts';

const awsKey = 'alias/aws/secretsmanager';

/** `null`: the key that AWS keeps for Secrets Manager in each account. */
export const kmsKeyId = settable(
  fromListing((secret: Secret): string | null => secret.kmsKeyId),
  {
    // Secrets Manager seals the value anew with the new key, by the caller's rights on both keys.
    permissions: ['secretsmanager:UpdateSecret', 'kms:Decrypt', 'kms:GenerateDataKey'],
    resources: ({ id }) => {
      const [, partition, , region, account] = id.split(':');
      return [id, `arn:${partition}:kms:${region}:${account}:key/*`];
    },
    calls: () => ['UpdateSecret'],
    // Who minds the new key is not asked of KMS again: none but a customer's is ever set from here.
    implies: (key) => ({ sealedBy: key === null ? 'AWS' : 'customer' }),
    async put(client, { id: SecretId, region }, key) {
      const secrets = await client.service('secretsManager', region);
      await secrets.updateSecret({ SecretId, KmsKeyId: key ?? awsKey });
    },
  },
);
