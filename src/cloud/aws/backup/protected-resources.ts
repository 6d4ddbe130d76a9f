import { itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export interface ProtectedResource {
  /** What AWS Backup calls its type: `DynamoDB`, `EBS`. */
  readonly type: string | null;
  readonly name: string | null;
  /** Null where AWS Backup does not say. */
  readonly lastBackupAt: string | null;
  /** Its newest recovery point is a continuous one: it grows, and its age says nothing. */
  readonly continuous: boolean;
}

/** What AWS Backup has ever backed up and still holds a recovery point of, by ARN: asked once per scan. */
export const protectedResources = (
  reader: AwsReader,
  region: string,
): Promise<ReadonlyMap<string, ProtectedResource>> =>
  reader.remember(`backup:ListProtectedResources:${region}`, async () => {
    const backup = await reader.service('backup', region);
    const pages = backup.paginateListProtectedResources({ MaxResults: 1000 });
    const byArn = new Map<string, ProtectedResource>();
    for await (const told of itemsOf(pages, (page) => page.Results, 'ListProtectedResources'))
      byArn.set(present(told.ResourceArn, 'ResourceArn'), {
        type: told.ResourceType ?? null,
        name: told.ResourceName ?? null,
        lastBackupAt: told.LastBackupTime?.toISOString() ?? null,
        continuous: told.LastRecoveryPointArn?.includes(':recovery-point:continuous:') ?? false,
      });
    return byArn;
  });
