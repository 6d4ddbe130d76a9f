import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromAccount } from '../collect.ts';
import { type KeyManager, keyManager, keyManagerPermissions } from '../kms/key-manager.ts';
import type { AwsReader } from '../reader.ts';
import { type FhirStore, fhirStorePermissions, fhirStores } from './datastores.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<FhirStore> {
  yield* await fhirStores(reader, region);
}

export const datastore = {
  title: 'HealthLake data store',
  scope: 'regional',
  permissions: fhirStorePermissions,
  pattern: ({ id, partition }, region) => `arn:${partition}:healthlake:${region}:${id}:datastore/fhir/*`,
  list,
  facts: {
    key: fromAccount(
      keyManagerPermissions,
      (reader, { kmsKey, region }: FhirStore): Promise<KeyManager> => keyManager(reader, region, kmsKey),
    ),
  },
} as const satisfies ResourceKind<FhirStore>;
