import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromAccount } from '../collect.ts';
import { type KeyManager, keyManager, keyManagerPermissions } from '../kms/key-manager.ts';
import type { AwsReader } from '../reader.ts';
import { type GenomicStore, genomicStorePermissions, genomicStores } from './stores.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<GenomicStore> {
  yield* genomicStores(reader, region);
}

export const store = {
  title: 'HealthOmics store',
  scope: 'regional',
  permissions: genomicStorePermissions,
  pattern: ({ id, partition }, region) => `arn:${partition}:omics:${region}:${id}:*Store/*`,
  list,
  facts: {
    key: fromAccount(
      keyManagerPermissions,
      (reader, { kmsKey, region }: GenomicStore): Promise<KeyManager> => keyManager(reader, region, kmsKey),
    ),
  },
} as const satisfies ResourceKind<GenomicStore>;
