import type { Backup, BackupSelection, ConditionParameter } from '@aws-sdk/client-backup';
import type { Tags } from '../../../domain/check.ts';
import { everyOf, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { regionTags, tagPermissions } from '../tagging/region-tags.ts';
import { backupPlans } from './plans.ts';
import { protectedResources } from './protected-resources.ts';

/** What `protectionOf` asks; for the `permissions` of a fact that uses it. */
export const protectionPermissions = [
  'backup:ListBackupPlans',
  'backup:ListBackupSelections',
  'backup:GetBackupSelection',
  'backup:DescribeRegionSettings',
  'backup:ListProtectedResources',
  ...tagPermissions,
] as const;

export interface Protection {
  /** Names of the plans whose selections take the resource in, and that may back it up; sorted. */
  readonly plans: readonly string[];
  /** When AWS Backup last backed it up; null: never. */
  readonly lastBackupAt: string | null;
}

interface Selection {
  readonly planId: string;
  readonly plan: string;
  readonly chosen: BackupSelection;
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
 * What AWS Backup does for a resource. Its own snapshots and automatic backups are other facts of it. `type` is told where
 * the ARN does not tell Aurora from others.
 */
export async function protectionOf(
  reader: AwsReader,
  arn: string,
  region: string,
  type = typeOf(arn),
): Promise<Protection> {
  const selections = await selectionsOf(reader, region);
  const [tags, leftOut] =
    selections.length === 0
      ? [{}, new Set<string>()]
      : [(await regionTags(reader, region)).get(arn) ?? {}, await typesLeftOut(reader, region)];
  const plans = selections
    .filter(
      ({ chosen }) => takesIn(chosen, arn, tags) && !(leftOut.has(type) && heedsOptIn(chosen, arn, type)),
    )
    .map(({ plan }) => plan);
  return {
    plans: [...new Set(plans)].sort(),
    lastBackupAt: (await protectedResources(reader, region)).get(arn)?.lastBackupAt ?? null,
  };
}

/**
 * Whether a selection takes the resource in only where its type is opted in: so if it goes by tags or names everything, and
 * for Aurora always. Source: AWS Backup Developer Guide, "Backup plan resource assignment".
 */
export const heedsOptIn = ({ Resources = [] }: BackupSelection, arn: string, type: string): boolean =>
  type === 'Aurora' ||
  !Resources.some((pattern) => globbed(pattern, arn) && pattern.split(':')[2] === arn.split(':')[2]);

const globbed = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^$()|[\]{}\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(text);

/**
 * As AWS Backup chooses: what is named (or matches a pattern), not excluded, and meets all of `Conditions`; or has any tag of
 * `ListOfTags`. What names neither resources nor tags starts from all. Source: AWS Backup Developer Guide, "BackupSelection".
 */
export function takesIn(chosen: BackupSelection, arn: string, tags: Tags): boolean {
  const { Resources = [], NotResources = [], ListOfTags = [], Conditions = {} } = chosen;
  if (NotResources.some((pattern) => globbed(pattern, arn))) return false;
  const of = (key = '') => tags[key.replace(/^aws:ResourceTag\//, '')];
  if (ListOfTags.some((c) => c.ConditionValue !== undefined && of(c.ConditionKey) === c.ConditionValue))
    return true;
  const startsFromAll = Resources.length === 0 && ListOfTags.length === 0;
  if (!startsFromAll && !Resources.some((pattern) => globbed(pattern, arn))) return false;
  const equal = (c: ConditionParameter) => of(c.ConditionKey) === c.ConditionValue;
  const like = (c: ConditionParameter) => {
    const value = of(c.ConditionKey);
    return value !== undefined && globbed(c.ConditionValue ?? '', value);
  };
  return (
    (Conditions.StringEquals ?? []).every(equal) &&
    (Conditions.StringLike ?? []).every(like) &&
    !(Conditions.StringNotEquals ?? []).some(equal) &&
    !(Conditions.StringNotLike ?? []).some(like)
  );
}
