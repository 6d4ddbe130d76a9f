import type { FileSystem as Told } from '@aws-sdk/client-fsx';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { backupByTag, lastBackupAt, protection } from '../backup/by-tag.ts';
import { everyOf, fromAccount, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';

export interface FileSystem extends Subject {
  readonly name: string;
  readonly told: Told;
}

export const fileSystemPermissions = ['fsx:DescribeFileSystems'] as const;

/** Every file system of the region: asked once per scan. */
export const fileSystemsOf = (reader: AwsReader, region: string): Promise<readonly FileSystem[]> =>
  reader.remember(`fsx:DescribeFileSystems:${region}`, () => everyOf(told(reader, region)));

async function* list(reader: AwsReader, region: string): AsyncIterable<FileSystem> {
  yield* await fileSystemsOf(reader, region);
}

async function* told(reader: AwsReader, region: string): AsyncIterable<FileSystem> {
  const pages = (await reader.service('fsx', region)).paginateDescribeFileSystems({});
  for await (const told of itemsOf(pages, (page) => page.FileSystems, 'DescribeFileSystems'))
    if (told.Lifecycle !== 'DELETING')
      yield {
        id: present(told.ResourceARN, 'the ARN'),
        region,
        name: present(told.FileSystemId, 'FileSystemId'),
        tags: tagsFrom(told.Tags),
        told,
      };
}

/** Ids of the file systems that are linked to a bucket by an association of its own: asked once per scan. */
const associated = (reader: AwsReader, region: string): Promise<ReadonlySet<string>> =>
  reader.remember(`fsx:DescribeDataRepositoryAssociations:${region}`, async () => {
    const pages = (await reader.service('fsx', region)).paginateDescribeDataRepositoryAssociations({});
    const ids = new Set<string>();
    for await (const { FileSystemId, Lifecycle } of itemsOf(
      pages,
      (page) => page.Associations,
      'DescribeDataRepositoryAssociations',
    ))
      if (FileSystemId && Lifecycle !== 'DELETING' && Lifecycle !== 'FAILED') ids.add(FileSystemId);
    return ids;
  });

/** Why AWS Backup cannot back the file system up as a whole; `null`: it can. */
async function whyNot(reader: AwsReader, { told, name, region }: FileSystem): Promise<string | null> {
  const { FileSystemType: type, LustreConfiguration: lustre } = told;
  if (present(type, 'FileSystemType') === 'ONTAP')
    return 'an ONTAP file system is backed up volume by volume, and not as a whole';
  if (lustre?.DeploymentType?.startsWith('SCRATCH'))
    return `it is scratch space (${lustre.DeploymentType}), which FSx cannot back up`;
  if (lustre && (lustre.DataRepositoryConfiguration || (await associated(reader, region)).has(name)))
    return 'it is linked to a bucket, which keeps the data; FSx cannot back it up';
  return null;
}

export const fileSystem = {
  title: 'FSx file system',
  scope: 'regional',
  permissions: fileSystemPermissions,
  pattern: ({ id, partition }, region) => `arn:${partition}:fsx:${region}:${id}:file-system/*`,
  list,
  facts: {
    notBackedUpBecause: fromAccount(['fsx:DescribeDataRepositoryAssociations'], whyNot),
    ...backupByTag(['fsx:TagResource', 'fsx:UntagResource']),
    lastBackupAt,
    protection,
  },
} as const satisfies ResourceKind<FileSystem>;
