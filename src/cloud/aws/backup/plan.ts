import type { BackupPlan, BackupPlanInput } from '@aws-sdk/client-backup';
import type { Json, ResourceKind, Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromAccount, fromCall, fromFacts, knownValue, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { regionTags, tagPermissions } from '../tagging/region-tags.ts';
import { rulesOf } from './plan-rules.ts';
import { backupPlans } from './plans.ts';
import { selectionsOf } from './protection.ts';
import { takesIn } from './reach.ts';

interface PlanSubject extends Subject {
  readonly planId: string;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<PlanSubject> {
  for (const { arn, id, name } of await backupPlans(reader, region))
    yield { id: arn, region, name, planId: id };
}

type Lifecycle = {
  readonly DeleteAfterDays: number | null;
  readonly MoveToColdStorageAfterDays: number | null;
  readonly [more: string]: Json;
};

type Rule = {
  readonly RuleName: string;
  readonly TargetBackupVaultName: string;
  readonly ScheduleExpression: string | null;
  readonly EnableContinuousBackup: boolean | null;
  readonly Lifecycle: Lifecycle;
  readonly [more: string]: Json;
};

/** The whole plan in AWS's own words; null is what it does not say. */
type PlanDocument = {
  readonly BackupPlanName: string;
  readonly Rules: readonly Rule[];
  readonly [more: string]: Json;
};

/** All that AWS tells, but for what AWS numbers itself. */
function documentOf(told: BackupPlan): PlanDocument {
  const Rules = present(told.Rules, 'Rules').map(({ RuleId: _, ...rule }) => ({
    ...rule,
    ScheduleExpression: rule.ScheduleExpression ?? null,
    EnableContinuousBackup: rule.EnableContinuousBackup ?? null,
    Lifecycle: {
      ...rule.Lifecycle,
      DeleteAfterDays: rule.Lifecycle?.DeleteAfterDays ?? null,
      MoveToColdStorageAfterDays: rule.Lifecycle?.MoveToColdStorageAfterDays ?? null,
    },
  }));
  // Through text, so that what is plain undefined is left out.
  return JSON.parse(JSON.stringify({ ...told, Rules }));
}

const said = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** The plan as UpdateBackupPlan takes it: an event after which backups go is told, and refused where it is said. */
const written = ({ Rules, ...rest }: PlanDocument) => ({
  ...rest,
  Rules: Rules.map(({ Lifecycle: { DeleteAfterEvent: _, ...inDays }, ...rule }) => {
    const lifecycle = said(inDays);
    return { ...said(rule), ...(Object.keys(lifecycle).length > 0 && { Lifecycle: lifecycle }) };
  }),
});

const document = settable(
  fromCall(
    ['backup:GetBackupPlan'],
    async (reader, { planId, region }: PlanSubject): Promise<PlanDocument> => {
      const backup = await reader.service('backup', region);
      const answer = await backup.getBackupPlan({ BackupPlanId: planId });
      return documentOf(present(answer.BackupPlan, 'the plan'));
    },
  ),
  {
    permissions: ['backup:UpdateBackupPlan'],
    calls: () => ['UpdateBackupPlan'],
    async put(client, { id, region }, value) {
      // A plan's ARN ends with its id.
      const BackupPlanId = id.split(':').at(-1) ?? '';
      const backup = await client.service('backup', region);
      await backup.updateBackupPlan({
        BackupPlanId,
        BackupPlan: written(value) as unknown as BackupPlanInput,
      });
    },
  },
);

const rules = fromFacts(['document'], (needs, _plan: PlanSubject) => {
  const answer = rulesOf(knownValue<PlanDocument>(needs['document']));
  if (typeof answer === 'string') throw new CloudError('unsupported', answer);
  return answer;
});

/** Every tag of what the plan's selections take in, each once; resources without tags have none to tell. */
const takenInTags = fromAccount(
  ['backup:ListBackupPlans', 'backup:ListBackupSelections', 'backup:GetBackupSelection', ...tagPermissions],
  async (reader, { planId, region }: PlanSubject) => {
    const own = (await selectionsOf(reader, region)).filter((selection) => selection.planId === planId);
    const pairs = new Map<string, { readonly key: string; readonly value: string }>();
    if (own.length === 0) return [];
    for (const [arn, tags] of await regionTags(reader, region))
      if (own.some(({ chosen }) => takesIn(chosen, arn, tags)))
        for (const [key, value] of Object.entries(tags))
          pairs.set(JSON.stringify([key, value]), { key, value });
    return [...pairs.values()];
  },
);

export const plan = {
  title: 'Backup plan',
  scope: 'regional',
  permissions: ['backup:ListBackupPlans'],
  pattern: ({ id, partition }, region) => `arn:${partition}:backup:${region}:${id}:backup-plan:*`,
  list,
  facts: { document, rules, takenInTags },
} as const satisfies ResourceKind<PlanSubject>;
