import type { Subject } from '../../../domain/catalog.ts';
import { everyOf, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export const fhirStorePermissions = ['healthlake:ListFHIRDatastores'] as const;

export interface FhirStore extends Subject {
  /** The key that was chosen for it; `null`: AWS's own. */
  readonly kmsKey: string | null;
}

const gone: readonly string[] = ['DELETING', 'DELETED', 'CREATE_FAILED'];

/** Every FHIR data store of the region: asked once per scan. */
export const fhirStores = (reader: AwsReader, region: string): Promise<readonly FhirStore[]> =>
  reader.remember(`healthlake:ListFHIRDatastores:${region}`, async () => {
    const healthLake = await reader.service('healthLake', region);
    const pages = healthLake.paginateListFHIRDatastores({ MaxResults: 100 });
    const told = await everyOf(itemsOf(pages, (page) => page.DatastorePropertiesList, 'ListFHIRDatastores'));
    return told
      .filter(({ DatastoreStatus }) => !gone.includes(present(DatastoreStatus, 'DatastoreStatus')))
      .map(({ DatastoreArn, DatastoreId, DatastoreName, SseConfiguration }) => {
        const key = SseConfiguration?.KmsEncryptionConfig;
        const chosen = key?.CmkType === 'CUSTOMER_MANAGED_KMS_KEY';
        return {
          id: present(DatastoreArn, 'the ARN'),
          name: DatastoreName ?? present(DatastoreId, 'the id'),
          region,
          kmsKey: chosen ? present(key.KmsKeyId, 'KmsKeyId') : null,
        };
      });
  });
