import { encryptionByDefault } from './encryption-by-default.ts';
import { metadataDefaults } from './metadata-defaults.ts';
import { snapshotBlock, snapshotsSharedWithAll } from './snapshot-block.ts';

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const ec2RegionFacts = {
  ebsEncryptionByDefault: encryptionByDefault,
  snapshotBlock,
  snapshotsSharedWithAll,
  instanceMetadataDefaults: metadataDefaults,
} as const;
