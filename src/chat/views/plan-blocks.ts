import type { Block, Text } from '../../domain/message.ts';
import type { Plan } from '../../domain/plan.ts';
import { changeSummary, changesOf, differenceText, isLong, longText, valueText } from './plan-diff.ts';
import { callsText, consequenceLines, reversibilityText, tierText, verdictText } from './plan-words.ts';
import type { Reader } from './reader.ts';
import { listed, number, plural, said, sentences, shown } from './words.ts';

export const targetsShown = 10;
const fieldsShown = 12;
const consequencesShown = 6;

/** Parts of a plan, for the plan itself and for its request's card; `more` tells the way to what is left out. */
export interface PlanParts {
  readonly blocks: readonly Block[];
  readonly says: readonly string[];
  /** Something was cut, so a whole text of it is worth having. */
  readonly cut: boolean;
}

export function whereOf(plan: Plan, reader: Pick<Reader, 'accountName'>): string {
  const name = shown(reader.accountName(plan.account), 60);
  return name === plan.account ? name : `${name} (${plan.account})`;
}

/** What changes everywhere in the same way; null when it differs from resource to resource. */
export function sameChange({ targets }: Plan): string | null {
  const [first, ...rest] = targets.map((t) => changeSummary(t, 400));
  return first !== undefined && rest.every((change) => change === first) ? first : null;
}

/** Before and after: field by field for one resource, one line each for many. */
export function changeParts(plan: Plan, more: string, tense: 'now' | 'later' = 'now'): PlanParts {
  const { targets } = plan;
  if (targets.length > 1) {
    const first = targets.slice(0, targetsShown);
    const left = targets.length - first.length;
    const rest = left > 0 ? `${number(left)} more: ${more}` : null;
    const summary = sentences(
      `${plural(targets.length, 'resource')} would change, ${shown(targets[0].name, 40)} first`,
      rest,
    );
    const changes = first.map((t) => changeSummary(t, 160));
    const alike = sameChange(plan);
    const table: Block = {
      kind: 'table',
      summary,
      columns: ['Finding', 'Resource', 'Region', ...(alike === null ? ['What changes'] : [])],
      rows: first.map((t, i): readonly Text[] => [
        [{ code: t.handle }],
        shown(t.name, 40),
        t.region,
        ...(alike === null ? [changes[i] ?? ''] : []),
      ]),
    };
    const each = alike === null ? null : `The same for each: ${alike}.`;
    return {
      blocks: [
        ...(each === null ? [] : [{ kind: 'text' as const, text: each }]),
        table,
        ...(rest === null ? [] : [{ kind: 'text' as const, text: rest }]),
      ],
      says: [
        `${plural(targets.length, 'resource')} would change: ${listed(first.map((t) => shown(t.name, 40)))}`,
        ...(each === null ? [] : [each]),
        ...(rest === null ? [] : [rest]),
      ],
      cut: left > 0,
    };
  }
  const all = changesOf(targets[0]);
  const short = all.filter((d) => !isLong(d));
  const few = short.slice(0, fieldsShown);
  const fields = short.length - few.length;
  const long = longText(all);
  const blocks: Block[] = [];
  if (few.length > 0)
    blocks.push({
      kind: 'table',
      summary: `${plural(short.length, 'field')} of ${shown(targets[0].name, 60)} ${tense === 'now' ? 'would change' : 'in the plan'}.`,
      // Once it is over, what is there is what the next look finds, and not what the plan saw.
      columns: tense === 'now' ? ['Field', 'Now', 'Afterwards'] : ['Field', 'Planned from', 'Planned to'],
      rows: few.map((d): readonly Text[] => [
        [{ code: d.field === '' ? 'the whole setting' : shown(d.field, 60) }],
        valueText(d.before, 100),
        valueText(d.after, 100),
      ]),
    });
  if (long.text !== '') blocks.push({ kind: 'code', text: long.text });
  const left = [
    ...(fields > 0 ? [plural(fields, 'field')] : []),
    ...(long.left > 0 ? [plural(long.left, 'line')] : []),
  ];
  const rest = left.length === 0 ? null : `${listed(left)} more: ${more}`;
  if (rest !== null) blocks.push({ kind: 'text', text: rest });
  const longFields = all.filter(isLong).length;
  return {
    blocks,
    says: [
      ...few.map((d) => differenceText(d)),
      ...(longFields > 0
        ? [`${plural(longFields, 'longer change')} ${longFields === 1 ? 'is' : 'are'} written out below`]
        : []),
      ...(rest === null ? [] : [rest]),
    ],
    cut: rest !== null,
  };
}

/** What may break, worst first. */
export function verdictParts(plan: Plan, more: string): PlanParts {
  const lines = consequenceLines(plan);
  const few = lines.slice(0, consequencesShown);
  const left = lines.length - few.length;
  const text: Text = [
    { bold: `Blast radius. ${verdictText[plan.verdict]}` },
    ...few.map((line) => `\n• ${line}.`),
    ...(left > 0 ? [`\n• ${number(left)} more: ${more}`] : []),
  ];
  return {
    blocks: [{ kind: 'text', text }],
    says: [verdictText[plan.verdict], ...few, ...(left > 0 ? [`${number(left)} more: ${more}`] : [])],
    cut: left > 0,
  };
}

/** How it would be done, whether it can be taken back, and who must agree. */
export function meansParts(plan: Plan, brokenGlass = false): PlanParts {
  const calls = said(callsText(plan), 400);
  const actions = said(plan.actions.join(', '), 600);
  const back = reversibilityText(plan);
  const tier = brokenGlass
    ? 'Nobody: the glass was broken, and somebody else reviews it afterwards.'
    : tierText(plan.tier, plan.targets.length > 1);
  const risk = plan.risk === 'safe' ? 'Safe' : 'Disruptive: it may stop something that works today';
  return {
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: 'API calls', value: [{ code: calls }] },
          { label: 'IAM actions', value: [{ code: actions }] },
          { label: 'Risk', value: risk },
          { label: 'Way back', value: back },
          { label: 'Who must agree', value: tier },
        ],
      },
    ],
    says: [`API calls: ${calls}`, `IAM actions: ${actions}`, `Risk: ${risk.toLowerCase()}`, back, tier],
    cut: false,
  };
}
