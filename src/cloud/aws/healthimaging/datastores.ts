import type { DatastoreSummary } from '@aws-sdk/client-medical-imaging';
import type { Subject } from '../../../domain/catalog.ts';
import { listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export const imagingStorePermissions = ['medical-imaging:ListDatastores'] as const;

export interface ImagingStore extends Subject {
  readonly datastoreId: string;
}

const gone: readonly string[] = ['DELETING', 'DELETED', 'CREATE_FAILED'];

/** Every data store of medical images in the region: asked once per scan. */
export const imagingStores = (reader: AwsReader, region: string): Promise<readonly ImagingStore[]> =>
  reader.remember(`medical-imaging:ListDatastores:${region}`, async () => {
    const told: DatastoreSummary[] = [];
    const imaging = await reader.service('healthImaging', region);
    let nextToken: string | undefined;
    // The client has no paginator for this listing.
    do {
      const page = await imaging.listDatastores({ maxResults: 50, ...(nextToken && { nextToken }) });
      told.push(...listOf(page.datastoreSummaries, 'ListDatastores'));
      nextToken = page.nextToken;
    } while (nextToken);
    return told
      .filter(({ datastoreStatus }) => !gone.includes(present(datastoreStatus, 'datastoreStatus')))
      .map(({ datastoreArn, datastoreId, datastoreName }) => {
        const id = present(datastoreId, 'datastoreId');
        return {
          id:
            datastoreArn ??
            `arn:${reader.identity.partition}:medical-imaging:${region}:${reader.identity.id}:datastore/${id}`,
          name: datastoreName ?? id,
          region,
          datastoreId: id,
        };
      });
  });
