import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { backupByTag, lastBackupAt, protection } from '../backup/by-tag.ts';
import { itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';

/** Volumes that hold data of their own: not the root of a virtual machine, nor a mirror of another volume. */
async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  const fsx = await reader.service('fsx', region);
  for await (const told of itemsOf(
    fsx.paginateDescribeVolumes({}),
    (page) => page.Volumes,
    'DescribeVolumes',
  )) {
    const { OntapConfiguration: ontap, Lifecycle } = told;
    if (Lifecycle === 'DELETING') continue;
    if (!ontap || ontap.StorageVirtualMachineRoot || (ontap.OntapVolumeType ?? 'RW') !== 'RW') continue;
    const id = present(told.ResourceARN, 'the ARN');
    yield { id, region, name: present(told.VolumeId, 'VolumeId'), tags: tagsFrom(told.Tags) };
  }
}

export const volume = {
  title: 'FSx for ONTAP volume',
  scope: 'regional',
  permissions: ['fsx:DescribeVolumes'],
  pattern: ({ id, partition }, region) => `arn:${partition}:fsx:${region}:${id}:volume/*`,
  list,
  facts: {
    ...backupByTag(['fsx:TagResource', 'fsx:UntagResource']),
    lastBackupAt,
    protection,
  },
} as const satisfies ResourceKind<Subject>;
