import type { RestoreJobsListMember } from '@aws-sdk/client-backup';
import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, itemsOf, present } from '../collect.ts';
import { regionTags, tagPermissions } from '../tagging/region-tags.ts';
import { backupVaults } from './vaults.ts';

interface VaultsSeen {
  readonly count: number;
  readonly recoveryPoints: number;
}

const vaultsHere = fromAccount(
  ['backup:ListBackupVaults'],
  async (reader, { region }: Subject): Promise<VaultsSeen> => {
    const vaults = await backupVaults(reader, region);
    const points = vaults.reduce((sum, { NumberOfRecoveryPoints: n }) => sum + (n ?? 0), 0);
    return { count: vaults.length, recoveryPoints: points };
  },
);

/** What AWS Backup can keep, as ARNs write it; not the snapshots, groups and access points of the same services. */
const stores: Readonly<Record<string, RegExp>> = {
  dynamodb: /^table\/[^/]+$/,
  ec2: /^(volume|instance)\//,
  elasticfilesystem: /^file-system\//,
  fsx: /^(file-system|volume)\//,
  rds: /^(db|cluster):/,
  redshift: /^cluster:/,
  s3: /^[^/:]+$/,
  storagegateway: /^gateway\/[^/]+\/volume\//,
  timestream: /^database\//,
};

export function canBeKept(arn: string): boolean {
  const [, , service = '', , , ...rest] = arn.split(':');
  return stores[service]?.test(rest.join(':')) ?? false;
}

/** How many tagged resources there are that AWS Backup could keep: what bears no tag cannot be counted here. */
const taggedStores = fromAccount(tagPermissions, async (reader, { region }: Subject): Promise<number> => {
  let count = 0;
  for (const arn of (await regionTags(reader, region)).keys()) if (canBeKept(arn)) count++;
  return count;
});

interface RestoreTests {
  /** When a restore last came to its end, and was not found wrong by whoever validated it. */
  readonly lastRestoreAt: string | null;
  /** When a restore testing plan last ran. */
  readonly lastTestAt: string | null;
  /** When a restore that such a plan began, and that failed, was last begun. */
  readonly lastFailedTestAt: string | null;
}

const isGood = ({ Status, ValidationStatus }: RestoreJobsListMember) =>
  Status === 'COMPLETED' && ValidationStatus !== 'FAILED';
const hasFailed = ({ Status, ValidationStatus }: RestoreJobsListMember) =>
  Status === 'FAILED' || Status === 'ABORTED' || ValidationStatus === 'FAILED';

const later = (a: string | null, date: Date | undefined): string | null => {
  const b = date?.toISOString() ?? null;
  return a !== null && (b === null || a > b) ? a : b;
};

/** When a restore last came to its end, and when a test of it last ran, as far as AWS Backup still tells. */
const restoreTests = fromAccount(
  ['backup:ListRestoreJobs', 'backup:ListRestoreTestingPlans'],
  async (reader, { region }: Subject): Promise<RestoreTests> => {
    const backup = await reader.service('backup', region);
    let lastRestoreAt: string | null = null;
    let lastFailedTestAt: string | null = null;
    for await (const job of itemsOf(
      backup.paginateListRestoreJobs({ MaxResults: 1000 }),
      (page) => page.RestoreJobs,
      'ListRestoreJobs',
    )) {
      if (isGood(job)) lastRestoreAt = later(lastRestoreAt, present(job.CompletionDate, 'CompletionDate'));
      else if (hasFailed(job) && job.CreatedBy?.RestoreTestingPlanArn)
        lastFailedTestAt = later(lastFailedTestAt, job.CreationDate);
    }
    let lastTestAt: string | null = null;
    for await (const plan of itemsOf(
      backup.paginateListRestoreTestingPlans({}),
      (page) => page.RestoreTestingPlans,
      'ListRestoreTestingPlans',
    ))
      lastTestAt = later(lastTestAt, plan.LastExecutionTime);
    return { lastRestoreAt, lastTestAt, lastFailedTestAt };
  },
);

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const backupRegionFacts = {
  backupVaults: vaultsHere,
  backupTaggedStores: taggedStores,
  restoreTests,
} as const;
