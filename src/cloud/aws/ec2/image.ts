import type { BlockDeviceMapping } from '@aws-sdk/client-ec2';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import type { Tags } from '../../../domain/check.ts';
import { fromListing, itemsOf, listOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { tagsFrom } from '../tagging/region-tags.ts';

interface Image extends Subject {
  readonly imageId: string;
  readonly tags: Tags;
  readonly isPublic: boolean;
  readonly devices: readonly BlockDeviceMapping[] | undefined;
}

/** The ARN has no account in it: IAM knows snapshots and images so. */
const arnOf = ({ partition }: { partition: string }, region: string, id: string): string =>
  `arn:${partition}:ec2:${region}::image/${id}`;

async function* list(reader: AwsReader, region: string): AsyncIterable<Image> {
  const ec2 = await reader.service('ec2', region);
  const pages = ec2.paginateDescribeImages({ Owners: ['self'], MaxResults: 1000 });
  for await (const told of itemsOf(pages, (page) => page.Images, 'DescribeImages')) {
    const imageId = present(told.ImageId, 'ImageId');
    yield {
      id: arnOf(reader.identity, region, imageId),
      name: told.Name ? `${told.Name} (${imageId})` : imageId,
      region,
      imageId,
      tags: tagsFrom(told.Tags),
      isPublic: present(told.Public, 'Public'),
      devices: told.BlockDeviceMappings,
    };
  }
}

/** Its EBS disks by device name, and whether the snapshot behind each is encrypted. */
const disksOf = ({ devices }: Image) =>
  listOf(devices, 'DescribeImages').flatMap(({ DeviceName = '', Ebs }) =>
    Ebs ? [{ device: DeviceName, encrypted: present(Ebs.Encrypted, 'Encrypted') }] : [],
  );

export const image = {
  title: 'Machine image',
  scope: 'regional',
  permissions: ['ec2:DescribeImages'],
  pattern: (identity, region) => arnOf(identity, region, '*'),
  list,
  facts: {
    disks: fromListing(disksOf),
    /** Whether the group `all` may launch it. Accounts and organisations that are named are left as they are. */
    sharedWithAll: settable(
      fromListing(({ isPublic }: Image): boolean => isPublic),
      {
        permissions: ['ec2:ModifyImageAttribute'],
        calls: () => ['ModifyImageAttribute'],
        async put(client, { region, imageId: ImageId }, shared) {
          const ec2 = await client.service('ec2', region);
          const everyone = [{ Group: 'all' as const }];
          await ec2.modifyImageAttribute({
            ImageId,
            LaunchPermission: shared ? { Add: everyone } : { Remove: everyone },
          });
        },
      },
    ),
  },
} as const satisfies ResourceKind<Image>;
