import type { FileSystemDescription } from '@aws-sdk/client-efs';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { backupByTag, lastBackupAt, protection } from '../backup/by-tag.ts';
import { everyOf, fromListing, itemsOf, present } from '../collect.ts';
import { policyOpenTo } from '../policy-open-to.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';
import { automaticBackups } from './automatic-backups.ts';
import { policy } from './policy.ts';

export interface FileSystem extends Subject {
  readonly told: FileSystemDescription;
}

export const fileSystemPermissions = ['elasticfilesystem:DescribeFileSystems'] as const;

/** Every file system of the region: asked once per scan. */
export const fileSystemsOf = (reader: AwsReader, region: string): Promise<readonly FileSystem[]> =>
  reader.remember(`efs:DescribeFileSystems:${region}`, () => everyOf(told(reader, region)));

async function* list(reader: AwsReader, region: string): AsyncIterable<FileSystem> {
  yield* await fileSystemsOf(reader, region);
}

async function* told(reader: AwsReader, region: string): AsyncIterable<FileSystem> {
  const { id, partition } = reader.identity;
  const pages = (await reader.service('efs', region)).paginateDescribeFileSystems({ MaxItems: 100 });
  for await (const told of itemsOf(pages, (page) => page.FileSystems, 'DescribeFileSystems')) {
    if (told.LifeCycleState === 'deleting' || told.LifeCycleState === 'deleted') continue;
    const name = present(told.FileSystemId, 'FileSystemId');
    const composed = `arn:${partition}:elasticfilesystem:${region}:${id}:file-system/${name}`;
    yield { id: told.FileSystemArn ?? composed, region, name, tags: tagsFrom(told.Tags), told };
  }
}

export const fileSystem = {
  title: 'EFS file system',
  scope: 'regional',
  permissions: fileSystemPermissions,
  pattern: ({ id, partition }, region) => `arn:${partition}:elasticfilesystem:${region}:${id}:file-system/*`,
  list,
  facts: {
    encrypted: fromListing(({ told }: FileSystem): boolean => present(told.Encrypted, 'Encrypted')),
    automaticBackups,
    ...backupByTag(['elasticfilesystem:TagResource', 'elasticfilesystem:UntagResource']),
    lastBackupAt,
    protection,
    policy,
    openTo: policyOpenTo('elasticfilesystem'),
  },
} as const satisfies ResourceKind<FileSystem>;
