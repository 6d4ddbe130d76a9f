import type { ResourceKind } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { backupByTag } from '../backup/by-tag.ts';
import { fromListing, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { bandwidthOfType } from './disk-bandwidth.ts';
import { instanceBackup } from './instance-backup.ts';
import { type Instance, instanceArn, instancePermissions, instancesOf } from './instances.ts';
import { internetDoors, internetPorts } from './internet-doors.ts';
import { management } from './managed.ts';
import { metadataOptions, metadataWithoutToken } from './metadata-options.ts';
import { detailedMonitoring } from './monitoring.ts';
import { ownPublicAddresses } from './public-addresses.ts';
import { userDataSecrets } from './user-data.ts';
import { vpcTags } from './vpc-tags.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<Instance> {
  yield* await instancesOf(reader, region);
}

/** Since when it is stopped; null: it is not. EC2 says so in words: `User initiated (2026-10-01 12:00:00 GMT)`. */
function stoppedAt({ state, stateReason }: Instance): string | null {
  if (state !== 'stopped') return null;
  const [, day, time] = /\((\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (?:GMT|UTC)\)/.exec(stateReason) ?? [];
  if (!day) throw new CloudError('unsupported', 'EC2 does not say since when the instance is stopped');
  return `${day}T${time}.000Z`;
}

export const instance = {
  title: 'EC2 instance',
  scope: 'regional',
  permissions: instancePermissions,
  pattern: (identity, region) => instanceArn(identity, region, '*'),
  list,
  facts: {
    state: fromListing(({ state }: Instance) => state),
    stoppedAt: fromListing(stoppedAt),
    builtAt: fromListing(({ builtAt }: Instance) => builtAt),
    vpc: fromListing(({ vpc }: Instance) => vpc),
    profile: fromListing(({ profile }: Instance) => profile),
    enclave: fromListing(({ enclave }: Instance) => enclave),
    publicAddresses: fromListing(({ interfaces }: Instance) =>
      interfaces.flatMap(({ publicAddresses }) => publicAddresses),
    ),
    ownPublicAddresses,
    ebsOptimized: fromListing(({ ebsOptimized }: Instance) => present(ebsOptimized, 'EbsOptimized')),
    bandwidthOfType,
    metadataOptions,
    metadataWithoutToken,
    detailedMonitoring,
    management,
    ...backupByTag(['ec2:CreateTags', 'ec2:DeleteTags']),
    backup: instanceBackup,
    internetPorts,
    internetDoors,
    vpcTags,
    userDataSecrets,
  },
} as const satisfies ResourceKind<Instance>;
