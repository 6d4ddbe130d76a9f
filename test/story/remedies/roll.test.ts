import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { remedies } from '#remedies';
import type { AnyRemedy, Guidance } from '../../../src/domain/remedy.ts';
import type { Chapter } from './row.ts';

const files = globSync('rows/*.ts', { cwd: import.meta.dirname });
const modules: readonly Record<string, unknown>[] = await Promise.all(
  files.map((file) => import(`./${file}`)),
);
const isChapter = (exported: unknown): exported is Chapter =>
  typeof exported === 'object' && exported !== null && 'rows' in exported;
const chapters = modules.flatMap((module) => Object.values(module).filter(isChapter));
const rows = chapters.flatMap((chapter) => chapter.rows);
const roll = remedies as readonly (AnyRemedy | Guidance)[];
const writing = roll.filter((r): r is AnyRemedy => !('steps' in r));

/** By remedy id, why moto cannot play it; said aloud, so that nobody takes it for tested. */
const unplayed: Readonly<Record<string, string>> = {
  'aws/cloudwatch/log-group-kms': 'moto has neither AssociateKmsKey nor DisassociateKmsKey',
  'aws/log/phi-masking': 'moto knows no data protection policies',
  'aws/accessanalyzer/analyzer': 'moto does not know Access Analyzer',
  'aws/config/recorder-start': 'moto does not know DescribeDeliveryChannelStatus',
  'aws/macie/enable': 'moto tells the state of Macie with dates that the SDK refuses',
  'aws/phi/found-tag': 'moto does not know the findings of Macie',
  'aws/cloudfront/access-logging':
    "CloudFront enters itself in the bucket's ACL by the caller's rights, which moto does not",
  'aws/lambda/url-signed-requests': 'moto does not list the web addresses of a function',
  'aws/elasticache/cluster-redis-backup': 'moto has no ModifyCacheCluster',
  'aws/elasticache/serverless-redis-backup': 'moto has no serverless caches',
  'aws/rds/cluster-iam-authentication': 'ModifyDBCluster of moto leaves IAM authentication as it was',
  'aws/rds/cluster-log-exports': 'ModifyDBCluster of moto leaves the exports as they were',
  'aws/phi/resource-classify':
    'moto does not know HealthLake and HealthImaging, so data stores are never listed whole there',
  'aws/transfer/server-no-ftp': 'moto does not know UpdateServer',
  'aws/fsx/volume-backup-plan-tag': 'moto does not know DescribeVolumes of FSx',
  'aws/efs/automatic-backups': 'moto does not know PutBackupPolicy',
  'aws/backup/plan-daily-rule': 'moto does not know UpdateBackupPlan',
  'aws/backup/plan-retention': 'moto does not know UpdateBackupPlan',
  'aws/backup/plan-policy-retention': 'moto does not know UpdateBackupPlan',
  'aws/backup/recovery-point-retention': 'moto has no recovery points',
  'aws/elb/classic-tls-policy': 'moto does not tell what a policy allows that follows one of AWS',
  'aws/backup/vault-deny-deletion': 'moto knows no access policies of vaults',
};

test('every writing remedy of the roll is played', () => {
  for (const [id, because] of Object.entries(unplayed)) console.warn(`${id} is not played: ${because}`);
  const played = [...rows.map(({ remedy }) => remedy), ...Object.keys(unplayed)];
  expect([...new Set(played)].sort()).toEqual(writing.map(({ id }) => id).sort());
});

test('a remedy is played for a check that it cures, and undone where it says that it can be', () => {
  for (const { remedy, check, undo, differs } of rows) {
    const { cures, reversibility } = writing.find(({ id }) => id === remedy) as AnyRemedy;
    expect(cures).toContain(check);
    expect(undo === null).toBe(reversibility.undo === 'no');
    if (differs) expect(reversibility.undo).toBe('partly');
  }
});
