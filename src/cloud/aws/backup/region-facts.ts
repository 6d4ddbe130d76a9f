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

/** Services whose resources AWS Backup can keep, as their ARNs write them. */
const kept =
  /^arn:[^:]+:(?:(?:dynamodb|rds|redshift|elasticfilesystem|fsx|storagegateway|timestream|s3):|ec2:[^:]*:[^:]*:(?:volume|instance)\/)/;

/** How many tagged resources there are that AWS Backup could keep: what bears no tag cannot be counted here. */
const taggedStores = fromAccount(tagPermissions, async (reader, { region }: Subject): Promise<number> => {
  let count = 0;
  for (const arn of (await regionTags(reader, region)).keys()) if (kept.test(arn)) count++;
  return count;
});

interface RestoreTests {
  readonly lastRestoreAt: string | null;
  /** When a restore testing plan last ran. */
  readonly lastTestAt: string | null;
}

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
    for await (const job of itemsOf(
      backup.paginateListRestoreJobs({ ByStatus: 'COMPLETED', MaxResults: 1000 }),
      (page) => page.RestoreJobs,
      'ListRestoreJobs',
    ))
      lastRestoreAt = later(lastRestoreAt, present(job.CompletionDate, 'CompletionDate'));
    let lastTestAt: string | null = null;
    for await (const plan of itemsOf(
      backup.paginateListRestoreTestingPlans({}),
      (page) => page.RestoreTestingPlans,
      'ListRestoreTestingPlans',
    ))
      lastTestAt = later(lastTestAt, plan.LastExecutionTime);
    return { lastRestoreAt, lastTestAt };
  },
);

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const backupRegionFacts = {
  backupVaults: vaultsHere,
  backupTaggedStores: taggedStores,
  restoreTests,
} as const;
