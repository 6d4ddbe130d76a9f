import type { Subject } from '../../../domain/catalog.ts';
import { fromFacts, knownValue } from '../collect.ts';
import { keyManager, keyManagerPermissions } from '../kms/key-manager.ts';
import type { Table } from './tables.ts';

type Encryption = {
  /** Null: the key that AWS minds for DynamoDB in this account. */
  readonly customerKey: string | null;
};

/** The KMS encryption that was set; `null`: none, and DynamoDB encrypts with a key that AWS owns. */
export const encryption = fromFacts(
  ['description'],
  async ({ description }, { region }: Subject, reader): Promise<Encryption | null> => {
    const { keyArn } = knownValue<Table>(description);
    const manager = await keyManager(reader, region, keyArn);
    if (manager === 'none') return null;
    return { customerKey: manager === 'customer' ? keyArn : null };
  },
  keyManagerPermissions,
);
