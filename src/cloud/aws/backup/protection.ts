import type { Backup, BackupSelection, ConditionParameter } from '@aws-sdk/client-backup';
import type { Tags } from '../../../domain/check.ts';
import { itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { regionTags, tagPermissions } from '../tagging/region-tags.ts';
import { backupPlans } from './plans.ts';
import { protectedResources } from './protected-resources.ts';

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
    const all: Selection[] = [];
    for (const { id, name } of await backupPlans(reader, region))
      for (const chosen of await chosenBy(backup, id)) all.push({ planId: id, plan: name, chosen });
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

/** What AWS Backup does for a resource. Its own snapshots and automatic backups are other facts of it. */
export async function protectionOf(reader: AwsReader, arn: string, region: string): Promise<Protection> {
  const selections = await selectionsOf(reader, region);
  const tags = selections.length === 0 ? {} : ((await regionTags(reader, region)).get(arn) ?? {});
  const plans = selections.filter(({ chosen }) => takesIn(chosen, arn, tags)).map(({ plan }) => plan);
  return {
    plans: [...new Set(plans)].sort(),
    lastBackupAt: (await protectedResources(reader, region)).get(arn)?.lastBackupAt ?? null,
  };
}

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
