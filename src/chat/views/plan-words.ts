import type { Json } from '../../domain/catalog.ts';
import { type Difference, differences, type Plan, type Target } from '../../domain/plan.ts';
import type { Consequence } from '../../domain/remedy.ts';
import type { Tier } from '../../domain/tier.ts';
import { withoutControls } from '../clean.ts';
import { plural, said, shown } from './words.ts';

/** A value in one line: what AWS would call it, and absence in words. */
export function valueText(value: Json | undefined, longest = 120): string {
  if (value === undefined) return 'not set';
  if (value === null) return 'nothing is set';
  return said(typeof value === 'string' ? value : JSON.stringify(value), longest);
}

const fieldText = (d: Difference): string => (d.field === '' ? 'The whole setting' : shown(d.field, 60));

/** "blockPublicAcls: false → true", as words that are read aloud well. */
export const differenceText = (d: Difference, longest = 60): string =>
  `${fieldText(d)} from ${valueText(d.before, longest)} to ${valueText(d.after, longest)}`;

const isFields = (v: Json | undefined): v is Readonly<Record<string, Json>> =>
  v !== null && typeof v === 'object' && !Array.isArray(v);

const isObject = (v: Json | undefined): boolean => v !== null && typeof v === 'object';

/** Too long or too deep for a cell: written out line by line. */
export const isLong = (d: Difference): boolean =>
  [d.before, d.after].some(
    (v) =>
      v !== undefined &&
      v !== null &&
      (typeof v === 'string' ? v : JSON.stringify(v)).length > (isObject(v) ? 30 : 80),
  );

const isStatement = (d: Difference): boolean => /(^|\.)Statement\[\d+\]$/.test(d.field);

function headOf(d: Difference): string {
  const what = isStatement(d)
    ? `policy statement ${d.field.replace(/^.*\[(\d+)\]$/, (_, n) => String(Number(n) + 1))}`
    : fieldText(d);
  if (d.after === undefined) return `Takes out: ${what}`;
  if (d.before === undefined) return `Adds: ${what}`;
  if (d.before === null) return `Sets, where nothing was set: ${what}`;
  if (d.after === null) return `Takes away, so that nothing is set: ${what}`;
  return `Changes: ${what}`;
}

/** A policy statement as it is read aloud: one line for each of its parts. */
const partText = (value: Json): string =>
  Array.isArray(value) && value.every((v) => typeof v === 'string')
    ? value.join(', ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);

function linesOf(value: Json | undefined, sign: string, statement: boolean): readonly string[] {
  if (value === undefined || value === null) return [];
  const lines =
    typeof value === 'string'
      ? value.split('\n')
      : statement && isFields(value)
        ? Object.entries(value).map(([part, v]) => `${part}: ${partText(v)}`)
        : JSON.stringify(value, null, 2).split('\n');
  return lines.map((line) => `${sign} ${line}`);
}

/** A long value, before and after, line by line; each line begins with what happens to it. */
export const diffLines = (d: Difference): readonly string[] => [
  headOf(d),
  ...linesOf(d.before, '-', isStatement(d)),
  ...linesOf(d.after, '+', isStatement(d)),
];

/** The long changes as text that fits, and how many lines were left out. */
export function longText(
  all: readonly Difference[],
  maxLines = 60,
  maxLength = 2400,
): { text: string; left: number } {
  const lines = all.filter(isLong).flatMap((d, i) => (i > 0 ? ['', ...diffLines(d)] : diffLines(d)));
  const out: string[] = [];
  let length = 0;
  for (const line of lines) {
    const clean = withoutControls(line);
    const whole = clean.length > 200 ? `${clean.slice(0, 199)}…` : clean;
    if (out.length >= maxLines || length + whole.length + 1 > maxLength) break;
    out.push(whole);
    length += whole.length + 1;
  }
  return { text: out.join('\n'), left: lines.length - out.length };
}

/** Field by field also where nothing is set before or afterwards. */
export function changesOf(t: {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}): readonly Difference[] {
  const all = differences(t.before, t.after);
  const [only] = all;
  if (all.length !== 1 || only === undefined || only.field !== '') return all;
  const { before, after } = only;
  if (before === null && isFields(after))
    return Object.entries(after).map(([field, value]) => ({ field, before: null, after: value }));
  if (after === null && isFields(before))
    return Object.entries(before).map(([field, value]) => ({ field, before: value, after: null }));
  return all;
}

/** The change of one resource of many, in a cell. */
export function changeSummary(t: Pick<Target, 'before' | 'after'>, longest = 140): string {
  const all = changesOf(t);
  if (all.length > 1 && all.every((d) => d.before === null))
    return said(
      `Sets, where nothing was set: ${all.map((d) => `${fieldText(d)} ${valueText(d.after, 30)}`).join(', ')}`,
      longest,
    );
  if (all.length > 1 && all.every((d) => d.after === null))
    return 'Takes everything away, so that nothing is set';
  if (all.length === 0) return 'Nothing';
  const parts = all.map((d) => (isLong(d) ? headOf(d) : differenceText(d, 30)));
  const few = parts.slice(0, 3).join('; ');
  return said(all.length > 3 ? `${few}; and ${all.length - 3} more` : few, longest);
}

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

const diffLinesOrWords = (d: Difference): readonly string[] =>
  isLong(d) || d.before === null || d.after === null ? diffLines(d) : [differenceText(d, 200)];

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
export function tierText(tier: Tier): string {
  const who =
    tier.quorum === 1
      ? 'one person other than the requester approves'
      : `two persons other than the requester approve${tier.distinctGroups ? ', from different groups' : ''}`;
  const each = [
    ...(tier.confirm ? ["types the last six characters of the resource's name"] : []),
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
