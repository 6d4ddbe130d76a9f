import type { Backup, BackupSelection } from '@aws-sdk/client-backup';
import type { Tags } from '../../../domain/check.ts';
import { itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { regionTags, tagPermissions } from '../tagging/region-tags.ts';

/** What `protectionOf` asks; for the `permissions` of a fact that uses it. */
export const protectionPermissions = [
  'backup:ListBackupPlans',
  'backup:ListBackupSelections',
  'backup:GetBackupSelection',
  'backup:ListProtectedResources',
  ...tagPermissions,
] as const;

export interface Protection {
  /** Names of the plans whose selections take the resource in, sorted. */
  readonly plans: readonly string[];
  /** The newest recovery point that AWS Backup made of it; null: none. */
  readonly lastBackupAt: string | null;
}

interface Selection {
  readonly plan: string;
  readonly chosen: BackupSelection;
}

/** Every selection of every plan of the region: asked once per scan. */
const selectionsOf = (reader: AwsReader, region: string): Promise<readonly Selection[]> =>
  reader.remember(`backup:selections:${region}`, async () => {
    const backup = await reader.service('backup', region);
    const all: Selection[] = [];
    for await (const { BackupPlanId, BackupPlanName } of itemsOf(
      backup.paginateListBackupPlans({}),
      (page) => page.BackupPlansList,
      'ListBackupPlans',
    )) {
      const id = present(BackupPlanId, 'BackupPlanId');
      for (const chosen of await chosenBy(backup, id)) all.push({ plan: BackupPlanName ?? id, chosen });
    }
    return all;
  });

async function chosenBy(backup: Backup, BackupPlanId: string): Promise<readonly BackupSelection[]> {
  const out: BackupSelection[] = [];
  for await (const { SelectionId } of itemsOf(
    backup.paginateListBackupSelections({ BackupPlanId }),
    (page) => page.BackupSelectionsList,
    'ListBackupSelections',
  )) {
    const { BackupSelection } = await backup.getBackupSelection({
      BackupPlanId,
      SelectionId: present(SelectionId, 'SelectionId'),
    });
    out.push(present(BackupSelection, 'BackupSelection'));
  }
  return out;
}

/** When AWS Backup last backed each resource up, by ARN: asked once per scan. */
const backedUp = (reader: AwsReader, region: string): Promise<ReadonlyMap<string, string>> =>
  reader.remember(`backup:ListProtectedResources:${region}`, async () => {
    const backup = await reader.service('backup', region);
    const byArn = new Map<string, string>();
    for await (const { ResourceArn, LastBackupTime } of itemsOf(
      backup.paginateListProtectedResources({ MaxResults: 1000 }),
      (page) => page.Results,
      'ListProtectedResources',
    ))
      if (ResourceArn && LastBackupTime) byArn.set(ResourceArn, LastBackupTime.toISOString());
    return byArn;
  });

/** What AWS Backup does for a resource. Its own snapshots and automatic backups are other facts of it. */
export async function protectionOf(reader: AwsReader, arn: string, region: string): Promise<Protection> {
  const selections = await selectionsOf(reader, region);
  const tags = selections.length === 0 ? {} : ((await regionTags(reader, region)).get(arn) ?? {});
  const plans = selections.filter(({ chosen }) => takesIn(chosen, arn, tags)).map(({ plan }) => plan);
  return {
    plans: [...new Set(plans)].sort(),
    lastBackupAt: (await backedUp(reader, region)).get(arn) ?? null,
  };
}

/**
 * As AWS Backup chooses: what is named (or matches a pattern) and not excluded, and has every tag of `Conditions`; or has
 * any tag of `ListOfTags`. Source: AWS Backup Developer Guide, "Selecting AWS services to backup".
 */
export function takesIn(chosen: BackupSelection, arn: string, tags: Tags): boolean {
  const matches = (pattern: string) =>
    new RegExp(`^${pattern.replace(/[.+?^$()|[\]{}\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(arn);
  if ((chosen.NotResources ?? []).some(matches)) return false;
  const byTag = (chosen.ListOfTags ?? []).some(
    ({ ConditionKey = '', ConditionValue }) => tags[ConditionKey] === ConditionValue,
  );
  if (byTag) return true;
  if (!(chosen.Resources ?? []).some(matches)) return false;
  const {
    StringEquals = [],
    StringNotEquals = [],
    StringLike = [],
    StringNotLike = [],
  } = chosen.Conditions ?? {};
  const of = (key = '') => tags[key.replace(/^aws:ResourceTag\//, '')];
  const like = (value: string | undefined, pattern = '') =>
    value !== undefined &&
    new RegExp(`^${pattern.replace(/[.+?^$()|[\]{}\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(value);
  return (
    StringEquals.every((c) => of(c.ConditionKey) === c.ConditionValue) &&
    StringNotEquals.every((c) => of(c.ConditionKey) !== c.ConditionValue) &&
    StringLike.every((c) => like(of(c.ConditionKey), c.ConditionValue)) &&
    StringNotLike.every((c) => !like(of(c.ConditionKey), c.ConditionValue))
  );
}
