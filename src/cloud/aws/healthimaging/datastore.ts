import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromCall, present } from '../collect.ts';
import { type KeyManager, keyManager, keyManagerPermissions } from '../kms/key-manager.ts';
import type { AwsReader } from '../reader.ts';
import { type ImagingStore, imagingStorePermissions, imagingStores } from './datastores.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<ImagingStore> {
  yield* await imagingStores(reader, region);
}

const key = fromCall(
  ['medical-imaging:GetDatastore', ...keyManagerPermissions],
  async (reader, { datastoreId, region }: ImagingStore): Promise<KeyManager> => {
    const imaging = await reader.service('healthImaging', region);
    const { datastoreProperties } = await imaging.getDatastore({ datastoreId });
    return keyManager(reader, region, present(datastoreProperties, 'the data store').kmsKeyArn);
  },
);

export const datastore = {
  title: 'HealthImaging data store',
  scope: 'regional',
  permissions: imagingStorePermissions,
  pattern: ({ id, partition }, region) => `arn:${partition}:medical-imaging:${region}:${id}:datastore/*`,
  list,
  facts: { key },
} as const satisfies ResourceKind<ImagingStore>;
