import type { Plan } from '../../domain/plan.ts';
import type { Consequence } from '../../domain/remedy.ts';
import type { Tier } from '../../domain/tier.ts';
import { changesOf, diffLinesOrWords } from './plan-diff.ts';
import { plural, said, shown } from './words.ts';

/** The whole of a plan, for a file: nothing is cut. */
export function planDocument(plan: Plan): string {
  const head = [
    plan.title,
    `Plan ${plan.hash}`,
    `Check ${plan.check}, remedy ${plan.remedy}, account ${plan.account}`,
    `IAM actions: ${plan.actions.join(', ')}`,
  ];
  const each = plan.targets.flatMap((t) => [
    '',
    `== ${t.handle} ${t.resource} (${t.region})`,
    `API calls: ${t.calls.join(', ')}`,
    ...t.consequences.map((c) => `${weightWord[c.weight]}: ${c.says}`),
    ...changesOf(t).flatMap(diffLinesOrWords),
  ]);
  return `${[...head, ...each].join('\n')}\n`;
}

export const weightWord: Readonly<Record<Consequence['weight'], string>> = {
  breaks: 'Will break',
  unknown: 'Not known',
  safe: 'Safe',
};

/** The verdict in one sentence. What is not known is never called safe. */
export const verdictText: Readonly<Record<Consequence['weight'], string>> = {
  safe: 'Safe: nothing that works today was seen to stop working.',
  breaks: 'Will break: something that works today would stop working.',
  unknown: 'Unknown: it cannot be told whether something that works today would stop working.',
};

const weights: readonly Consequence['weight'][] = ['breaks', 'unknown', 'safe'];

/** The facts behind the verdict, worst first; of many resources, those that say the same are counted. */
export function consequenceLines(plan: Plan): readonly string[] {
  const lines = weights.flatMap((weight) => {
    const bySays = new Map<string, string[]>();
    for (const t of plan.targets)
      for (const c of t.consequences)
        if (c.weight === weight) bySays.set(c.says, [...(bySays.get(c.says) ?? []), t.name]);
    return [...bySays].map(([says, names]) => {
      const where =
        plan.targets.length === 1
          ? ''
          : names.length === 1
            ? ` (${shown(names[0] ?? '', 40)})`
            : ` (${plural(names.length, 'resource')}, such as ${shown(names[0] ?? '', 40)})`;
      return `${weightWord[weight]}: ${said(says, 220)}${where}`;
    });
  });
  return lines;
}

export function reversibilityText({ reversibility: r }: Pick<Plan, 'reversibility'>): string {
  switch (r.undo) {
    case 'fully':
      return 'It can be undone: what is there now is kept, also where nothing is set.';
    case 'partly':
      return `It can be undone only in part: ${said(r.because, 200)}.`;
    case 'no':
      return `It cannot be undone: ${said(r.because, 200)}.`;
  }
}

/** What the tier asks for, in one sentence. */
export function tierText(tier: Tier, many = false): string {
  const who =
    tier.quorum === 1
      ? 'one person other than the requester approves'
      : `two persons other than the requester approve${tier.distinctGroups ? ', from different groups' : ''}`;
  const each = [
    ...(tier.confirm ? [`types the last six characters of the ${many ? 'first ' : ''}resource's name`] : []),
    ...(tier.stepUp ? ['gives a one-time code'] : []),
  ];
  const also =
    each.length === 0 ? '' : `; ${tier.quorum === 1 ? 'that person' : 'each of them'} ${each.join(' and ')}`;
  return `Tier ${shown(tier.name, 40)}: ${who}${also}.`;
}

/** "PutPublicAccessBlock (50 times)" */
export function callsText(plan: Pick<Plan, 'targets'>): string {
  const counts = new Map<string, number>();
  for (const t of plan.targets) for (const call of t.calls) counts.set(call, (counts.get(call) ?? 0) + 1);
  return [...counts].map(([call, n]) => (n === 1 ? call : `${call} (${n} times)`)).join(', ');
}

/** The beginning of the hash that people and buttons name a plan by. */
export const shortHash = (plan: Pick<Plan, 'hash'>): string => plan.hash.slice(0, 12);
