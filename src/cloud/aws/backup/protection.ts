import type { Backup, BackupSelection } from '@aws-sdk/client-backup';
import type { Tags } from '../../../domain/check.ts';
import { everyOf, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { regionTags, tagPermissions } from '../tagging/region-tags.ts';
import { backupPlans } from './plans.ts';
import { heedsOptIn, type Reach, reachOf, takes } from './reach.ts';

/** What `reachesOf` asks; for the `permissions` of a fact that uses it. */
export const reachPermissions = [
  'backup:ListBackupPlans',
  'backup:ListBackupSelections',
  'backup:GetBackupSelection',
  'backup:DescribeRegionSettings',
] as const;
/** The same of `plansOf`. */
export const plansPermissions = [...reachPermissions, ...tagPermissions] as const;

interface Selection {
  readonly planId: string;
  readonly plan: string;
  readonly chosen: BackupSelection;
}

export interface PlanReach extends Reach {
  readonly plan: string;
}

/** Every selection of every plan of the region: asked once per scan. */
export const selectionsOf = (reader: AwsReader, region: string): Promise<readonly Selection[]> =>
  reader.remember(`backup:selections:${region}`, async () => {
    const backup = await reader.service('backup', region);
    const all = (await backupPlans(reader, region)).map(async ({ id, name }) =>
      (await chosenBy(backup, id)).map((chosen): Selection => ({ planId: id, plan: name, chosen })),
    );
    return (await Promise.all(all)).flat();
  });

async function chosenBy(backup: Backup, BackupPlanId: string): Promise<readonly BackupSelection[]> {
  const listed = itemsOf(
    backup.paginateListBackupSelections({ BackupPlanId }),
    (page) => page.BackupSelectionsList,
    'ListBackupSelections',
  );
  const asked = (await everyOf(listed)).map(async ({ SelectionId }) => {
    const of = { BackupPlanId, SelectionId: present(SelectionId, 'SelectionId') };
    return present((await backup.getBackupSelection(of)).BackupSelection, 'BackupSelection');
  });
  return Promise.all(asked);
}

/** Types of resources that the region's "service opt-in" leaves out: asked once per scan. */
const typesLeftOut = (reader: AwsReader, region: string): Promise<ReadonlySet<string>> =>
  reader.remember(`backup:DescribeRegionSettings:${region}`, async () => {
    const told = await (await reader.service('backup', region)).describeRegionSettings({});
    const optIns = Object.entries(present(told.ResourceTypeOptInPreference, 'ResourceTypeOptInPreference'));
    return new Set(optIns.flatMap(([type, isIn]) => (isIn ? [] : [type])));
  });

/** What AWS Backup calls the types, by how their ARNs begin. */
const typesByArn: Readonly<Record<string, string>> = {
  'dynamodb:table': 'DynamoDB',
  'ec2:instance': 'EC2',
  'ec2:volume': 'EBS',
  'elasticfilesystem:file-system': 'EFS',
  'fsx:file-system': 'FSx',
  'fsx:volume': 'FSx',
  'rds:cluster': 'Aurora',
  'rds:db': 'RDS',
};

const typeOf = (arn: string): string => {
  const [, , service, , , kind = ''] = arn.split(':');
  return typesByArn[`${service}:${kind.split('/')[0]}`] ?? '';
};

/**
 * The selections that take a resource in, whatever its tags or by some. `type` is told where the ARN does not tell Aurora
 * from others.
 */
export async function reachesOf(
  reader: AwsReader,
  arn: string,
  region: string,
  type = typeOf(arn),
): Promise<readonly PlanReach[]> {
  const selections = await selectionsOf(reader, region);
  if (selections.length === 0) return [];
  const leftOut = await typesLeftOut(reader, region);
  return selections.flatMap(({ plan, chosen }) => {
    const reach = reachOf(chosen, arn);
    return reach === null || (leftOut.has(type) && heedsOptIn(chosen, arn, type)) ? [] : [{ plan, ...reach }];
  });
}

/** Names of the plans that take in what has these tags; sorted. */
export const plansTaking = (reaches: readonly PlanReach[], tags: Tags): readonly string[] =>
  [...new Set(reaches.filter((reach) => takes(reach, tags)).map(({ plan }) => plan))].sort();

/** Names of the plans that take a resource in: for a neighbour, whose own facts are not at hand. */
export async function plansOf(reader: AwsReader, arn: string, region: string): Promise<readonly string[]> {
  const reaches = await reachesOf(reader, arn, region);
  return reaches.length === 0 ? [] : plansTaking(reaches, (await regionTags(reader, region)).get(arn) ?? {});
}
