import type { Block, Message, Text } from '../../domain/message.ts';
import type { Remediation, RemediationState } from '../../domain/remediation.ts';
import type { RemediationView } from '../../engine/services.ts';
import { killSwitchText } from './freeze.ts';
import {
  changeParts,
  meansParts,
  type PlanParts,
  sameChange,
  targetsShown,
  verdictParts,
  whereOf,
} from './plan-blocks.ts';
import { changeSummary, changesOf, differenceText, shortHash } from './plan-words.ts';
import type { Reader } from './reader.ts';
import { deedsOf } from './remediation-buttons.ts';
import {
  clocksOf,
  deedOf,
  isSaid,
  recordOf,
  stateTitle,
  stateTone,
  stepWord,
  votesText,
  whatOf,
  writtenOf,
} from './remediation-words.ts';
import { number, plural, said, sentences, shown, time, timeText } from './words.ts';

const recordsShown = 6;

/** The ledger's words for a state; the newest of them tells who and when. */
const tells: Readonly<Record<RemediationState, readonly string[]>> = {
  proposed: ['proposed'],
  approved: ['approved', 'glassBroken'],
  executing: ['executing'],
  verifying: ['verifying', 'written'],
  applied: ['applied', 'settled'],
  unverified: ['unverified', 'settled'],
  failed: ['failed'],
  stale: ['stale'],
  denied: ['denied'],
  withdrawn: ['withdrawn'],
  expired: ['expired'],
  frozen: ['frozen'],
  undone: ['undone'],
};

/** How far each of many resources has come. */
function progressParts(r: Remediation, more: string): PlanParts {
  const { targets } = r.plan;
  const first = targets.slice(0, targetsShown);
  const left = targets.length - first.length;
  const rest = left > 0 ? `${number(left)} more: ${more}` : null;
  const done = `${number(writtenOf(r))} of ${plural(targets.length, 'resource')} written`;
  const alike = sameChange(r.plan);
  return {
    blocks: [
      ...(alike === null ? [] : [{ kind: 'text' as const, text: `The same for each: ${alike}.` }]),
      {
        kind: 'table',
        summary: sentences(done, rest),
        columns: ['Finding', 'Resource', ...(alike === null ? ['What changes'] : []), 'How far'],
        rows: first.map((t, i): readonly Text[] => [
          [{ code: t.handle }],
          shown(t.name, 40),
          ...(alike === null ? [changeSummary(t, 100)] : []),
          stepWord[r.targets[i]?.step ?? 'pending'],
        ]),
      },
      ...(rest === null ? [] : [{ kind: 'text' as const, text: rest }]),
    ],
    says: [done, ...(rest === null ? [] : [rest])],
    cut: left > 0,
  };
}

/** For `stale`: what was found in the place of what the plan was made for. */
function foundText(r: Remediation): string | null {
  if (r.state !== 'stale' || r.found === null) return null;
  const lines = r.plan.targets.flatMap((t, i) => {
    const found = r.found?.[i];
    if (found === undefined) return [];
    const all = changesOf({ before: t.before, after: found });
    if (all.length === 0) return [];
    const few = all.slice(0, 4).map((d) => differenceText(d, 80));
    const left = all.length > 4 ? `; and ${all.length - 4} more` : '';
    return [`${shown(t.name, 40)} changed meanwhile: ${few.join('; ')}${left}`];
  });
  return lines.length === 0 ? null : sentences(...lines.slice(0, 3));
}

function glassText(r: Remediation, reader: Reader): string | null {
  const glass = r.breakGlass;
  if (glass === null) return null;
  const by = shown(r.requestedBy.name, 40);
  if (glass.reviewedBy !== null)
    return `The glass was broken by ${by}; ${shown(glass.reviewedBy.name, 40)} reviewed it${
      glass.reviewedAt === null ? '' : ` on ${timeText(glass.reviewedAt)}`
    }.`;
  const late = glass.overdue || glass.reviewBy <= reader.now.toISOString();
  return late
    ? `The glass was broken by ${by}: no second person agreed. The review was due on ${timeText(glass.reviewBy)} and is overdue.`
    : `The glass was broken by ${by}: no second person agreed. Somebody else reviews it by ${timeText(glass.reviewBy)}, or it becomes a finding.`;
}

/** The card of a request, in each of its states. It says what the ledger's records say, after the fact. */
export function remediationCard(v: RemediationView, reader: Reader, lead?: string): Message {
  const { remediation: r, records, freeze } = v;
  const { plan } = r;
  const many = plan.targets.length > 1;
  const open = r.state === 'proposed' || r.state === 'approved';
  const title = stateTitle(r);
  const account = whereOf(plan, reader);
  const told = recordOf(records, ...tells[r.state]);
  // Who asked, and when, is said on every card.
  const deed = told === undefined || r.state === 'proposed' ? null : deedOf(told, r, reader);
  const handles = many ? '' : ` for ${plan.targets[0].handle}`;
  const where = `${whatOf(r)} in the account ${account}${handles}.`;
  const about = `${said(plan.title, 140)}: ${where}`;
  const asked = `${shown(r.requestedBy.name, 40)} asked on ${timeText(r.proposedAt)}: ${said(r.reason, 300)}`;
  const votes = r.state === 'proposed' ? `${votesText(r)} given.` : null;
  const glass = glassText(r, reader);
  const found = foundText(r);
  const kill = killSwitchText(freeze);
  const whole = `show ${r.id} --diff`;
  const more = `“${whole}” has all of it.`;
  const page = `“show ${r.id} page:2” lists them.`;
  const changes = many
    ? open
      ? changeParts(plan, page)
      : progressParts(r, page)
    : changeParts(plan, more, open ? 'now' : 'later');
  const verdict = verdictParts(plan, more);
  const means = open ? meansParts(plan) : null;
  const clocks = clocksOf(r);
  const deeds = deedsOf(v, reader);
  const list = records.filter(isSaid);
  const past = list.slice(-recordsShown);
  const between = list.length - past.length;
  const history = `show ${r.id} --history`;
  const begun = r.targets.filter((t) => t.step !== 'pending').length;

  const blocks: Block[] = [
    ...(lead === undefined ? [] : [{ kind: 'text' as const, text: [{ bold: lead }] }]),
    { kind: 'heading', text: `${r.id}: ${said(plan.title, 130)}` },
    ...(glass === null
      ? []
      : [{ kind: 'text' as const, tone: 'high' as const, text: [{ bold: 'Break-glass. ' }, glass] }]),
    {
      kind: 'text',
      tone: stateTone[r.state],
      text: [
        { bold: `${title}.` },
        ...(told === undefined || deed === null ? [] : [' ', time(told.at), `: ${sentences(deed)}`]),
        ...(votes === null ? [] : [` ${votes}`]),
      ],
    },
    ...(found === null ? [] : [{ kind: 'text' as const, text: found }]),
    { kind: 'text', text: [where, '\n', sentences(asked)] },
    ...(many && r.state === 'executing'
      ? [
          {
            kind: 'progress' as const,
            done: begun,
            total: plan.targets.length,
            label: 'resources, the first alone',
          },
        ]
      : []),
    ...changes.blocks,
    ...(open ? verdict.blocks : []),
    ...(means?.blocks ?? []),
    {
      kind: 'facts',
      facts: [
        ...clocks,
        { label: 'Plan', value: [{ code: shortHash(plan) }] },
        ...(open || freeze.on
          ? [
              {
                label: 'Kill switch',
                value: kill.replace(/^Kill switch: (.)/, (_, first: string) => first.toUpperCase()),
              },
            ]
          : []),
      ],
    },
  ];
  if (list.length > 1)
    blocks.push({
      kind: 'text',
      text: [
        { bold: 'What happened' },
        ...(between > 0 ? [`\n… ${number(between)} earlier: `, { code: history }] : []),
        ...past.flatMap((record): Text => ['\n', time(record.at), `: ${deedOf(record, r, reader)}`]).flat(),
      ],
    });
  if (deeds.says !== null) blocks.push({ kind: 'text', text: deeds.says });
  const buttons = [...deeds.buttons, { label: 'History', says: history }];
  blocks.push({ kind: 'buttons', buttons });

  return {
    text: sentences(
      lead,
      `${r.id}, ${about}`,
      glass,
      `State: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
      told !== undefined && deed !== null && `${timeText(told.at)}: ${deed}`,
      votes,
      found,
      asked,
      ...(open ? [...changes.says, ...verdict.says, ...(means?.says ?? [])] : many ? changes.says : []),
      ...clocks.map((c) => `${c.label}: ${c.value.charAt(0).toLowerCase()}${c.value.slice(1)}`),
      (open || freeze.on) && kill,
      deeds.says,
    ),
    blocks,
    data: { remediation: r, records, approvers: v.approvers },
  };
}
