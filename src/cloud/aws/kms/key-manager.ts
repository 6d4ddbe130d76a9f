import { itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** IAM's name of the action by which AWS's own keys are told from the customer's. */
export const keyManagerPermissions = ['kms:ListAliases'] as const;

/** Who minds the key that seals something; `none`: no KMS key does. */
export type KeyManager = 'customer' | 'AWS' | 'none';

/** Ids of the keys that AWS made for its services (`alias/aws/…`): one listing tells them all, DescribeKey one each. */
const awsKeys = (reader: AwsReader, region: string): Promise<ReadonlySet<string>> =>
  reader.remember(`kms:ListAliases:${region}`, async () => {
    const ids = new Set<string>();
    const pages = (await reader.service('kms', region)).paginateListAliases({ Limit: 100 });
    for await (const { AliasName, TargetKeyId } of itemsOf(pages, (page) => page.Aliases, 'ListAliases'))
      if (present(AliasName, 'the alias').startsWith('alias/aws/') && TargetKeyId) ids.add(TargetKeyId);
    return ids;
  });

/**
 * Who minds a key that a setting names by id, ARN or alias. A key of another account is a customer's: AWS's own keys
 * serve the account that they are in.
 */
export async function keyManager(
  reader: AwsReader,
  region: string,
  key: string | null | undefined,
): Promise<KeyManager> {
  if (!key) return 'none';
  const name = key.startsWith('arn:') ? key.split(':').slice(5).join(':') : key;
  if (name.startsWith('alias/')) return name.startsWith('alias/aws/') ? 'AWS' : 'customer';
  const [, , , keyRegion = region, account = reader.identity.id] = key.startsWith('arn:')
    ? key.split(':')
    : [];
  if (account !== reader.identity.id) return 'customer';
  return (await awsKeys(reader, keyRegion)).has(name.replace(/^key\//, '')) ? 'AWS' : 'customer';
}
