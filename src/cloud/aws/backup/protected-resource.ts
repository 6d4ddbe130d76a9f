import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromListing, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { type ProtectedResource, protectedResources } from './protected-resources.ts';

interface Protected extends Subject {
  readonly told: ProtectedResource;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<Protected> {
  for (const [id, told] of await protectedResources(reader, region))
    yield { id, region, name: told.name ?? id.split(':').slice(5).join(':'), told };
}

export const protectedResource = {
  title: 'Resource that AWS Backup has backed up',
  scope: 'regional',
  permissions: ['backup:ListProtectedResources'],
  pattern: ({ id, partition }, region) => `arn:${partition}:*:${region}:${id}:*`,
  list,
  facts: {
    lastBackup: fromListing(({ told: { lastBackupAt, continuous } }: Protected) => ({
      at: present(lastBackupAt, 'LastBackupTime'),
      continuous,
    })),
  },
} as const satisfies ResourceKind<Protected>;
