import type { Volume as Told } from '@aws-sdk/client-ec2';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import type { Tags } from '../../../domain/check.ts';
import { backupByTag, byTagNeeds, plansByTag } from '../backup/by-tag.ts';
import { plansOf, plansPermissions } from '../backup/protection.ts';
import { fromFacts, fromListing, itemsOf, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';
import { instanceArn } from './instances.ts';
import { nameOf } from './name-of.ts';

interface Volume extends Subject {
  readonly tags: Tags;
  readonly encrypted: boolean;
  /** Ids of the instances that it is attached to. */
  readonly attachedTo: readonly string[];
}

interface VolumeBackup {
  /** Backup plans that take the volume in. */
  readonly plans: readonly string[];
  /**
   * Backup plans that take in an instance that it is attached to, and with it the volume; none are looked at where a plan
   * takes the volume itself in.
   */
  readonly plansOfInstances: readonly string[];
}

export const volumeArn = (
  { id, partition }: { id: string; partition: string },
  region: string,
  volumeId: string,
): string => `arn:${partition}:ec2:${region}:${id}:volume/${volumeId}`;

async function* list(reader: AwsReader, region: string): AsyncIterable<Volume> {
  const ec2 = await reader.service('ec2', region);
  const pages = ec2.paginateDescribeVolumes({ MaxResults: 500 });
  for await (const told of itemsOf(pages, (page) => page.Volumes, 'DescribeVolumes'))
    if (told.State !== 'deleting' && told.State !== 'deleted') yield volumeOf(told, reader, region);
}

function volumeOf(told: Told, { identity }: AwsReader, region: string): Volume {
  const id = present(told.VolumeId, 'VolumeId');
  const tags = tagsFrom(told.Tags);
  return {
    id: volumeArn(identity, region, id),
    name: nameOf(tags, id),
    region,
    tags,
    encrypted: present(told.Encrypted, 'Encrypted'),
    attachedTo: listOf(told.Attachments, 'DescribeVolumes').flatMap(({ InstanceId }) => InstanceId ?? []),
  };
}

export const volume = {
  title: 'EBS volume',
  scope: 'regional',
  permissions: ['ec2:DescribeVolumes'],
  pattern: (identity, region) => volumeArn(identity, region, '*'),
  list,
  facts: {
    encrypted: fromListing(({ encrypted }: Volume) => encrypted),
    attachedTo: fromListing(({ attachedTo }: Volume) => attachedTo),
    ...backupByTag(['ec2:CreateTags', 'ec2:DeleteTags']),
    backup: fromFacts(
      byTagNeeds,
      async (needs, { region, attachedTo }: Volume, reader): Promise<VolumeBackup> => {
        const plans = plansByTag(needs);
        const plansOfInstances = new Set<string>();
        for (const instanceId of plans.length > 0 ? [] : attachedTo) {
          const arn = instanceArn(reader.identity, region, instanceId);
          for (const plan of await plansOf(reader, arn, region)) plansOfInstances.add(plan);
        }
        return { plans, plansOfInstances: [...plansOfInstances].sort() };
      },
      plansPermissions,
    ),
  },
} as const satisfies ResourceKind<Volume>;
