import type { BackupPlan, BackupPlanInput } from '@aws-sdk/client-backup';
import type { Json, ResourceKind, Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromAccount, fromCall, fromFacts, knownValue, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { regionTags, tagPermissions } from '../tagging/region-tags.ts';
import { rulesOf } from './plan-rules.ts';
import { backupPlans } from './plans.ts';
import { selectionsOf, takesIn } from './protection.ts';

interface PlanSubject extends Subject {
  readonly planId: string;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<PlanSubject> {
  for (const { arn, id, name } of await backupPlans(reader, region))
    yield { id: arn, region, name, planId: id };
}

export type PlanDocument = { readonly [field: string]: Json };

/** The plan as UpdateBackupPlan takes it: all that AWS tells, but for what AWS numbers itself. */
function writable(told: BackupPlan): PlanDocument {
  const rules = present(told.Rules, 'Rules').map(({ RuleId: _, ...rule }) => rule);
  return JSON.parse(JSON.stringify({ ...told, Rules: rules }));
}

const document = settable(
  fromCall(
    ['backup:GetBackupPlan'],
    async (reader, { planId, region }: PlanSubject): Promise<PlanDocument> => {
      const backup = await reader.service('backup', region);
      const answer = await backup.getBackupPlan({ BackupPlanId: planId });
      return writable(present(answer.BackupPlan, 'the plan'));
    },
  ),
  {
    permissions: ['backup:UpdateBackupPlan'],
    calls: () => ['UpdateBackupPlan'],
    async put(client, { id, region }, value) {
      // A plan's ARN ends with its id.
      const BackupPlanId = id.split(':').at(-1) ?? '';
      const backup = await client.service('backup', region);
      await backup.updateBackupPlan({ BackupPlanId, BackupPlan: value as unknown as BackupPlanInput });
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
