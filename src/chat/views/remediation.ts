import type { AuditRecord } from '../../domain/audit.ts';
import type { Block, Message, Text } from '../../domain/message.ts';
import { movingStates, type Remediation } from '../../domain/remediation.ts';
import type { RemediationView } from '../../engine/services.ts';
import { killSwitchText } from './freeze.ts';
import { changeParts, meansParts, verdictParts, whereOf } from './plan-blocks.ts';
import { shortHash } from './plan-words.ts';
import type { Reader } from './reader.ts';
import { deedsOf } from './remediation-buttons.ts';
import { deedOf, isSaid, recordOf } from './remediation-deeds.ts';
import { foundText, glassText, progressParts, tells } from './remediation-parts.ts';
import { clocksOf, stateTitle, stateTone, votesText, whatOf } from './remediation-words.ts';
import { marked, number, said, sentences, shown, time, timeText, unmarked } from './words.ts';

const recordsShown = 6;

const isVote = ({ action }: AuditRecord): boolean => /\.(proposed|glassBroken|approved|denied)$/.test(action);

/** How far a plan is that is being carried out: first every write, then every look. */
function progressOf(r: Remediation): readonly Block[] {
  if (!movingStates.includes(r.state)) return [];
  const written = r.targets.filter((t) => !['pending', 'writing'].includes(t.step)).length;
  const looked = r.targets.filter((t) => ['verified', 'unverified'].includes(t.step)).length;
  const title = stateTitle(r);
  const many = r.targets.length > 1 ? `, ${written} of ${r.targets.length} written` : '';
  const label = `${r.id}: ${title.charAt(0).toLowerCase()}${title.slice(1)}${many}`;
  return [{ kind: 'progress', done: written + looked, total: 2 * r.targets.length, label }];
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
  const deed =
    told === undefined || /\.(proposed|glassBroken)$/.test(told.action) ? null : deedOf(told, r, reader);
  const handles = many ? '' : ` for ${plan.targets[0].handle}`;
  const where = `${whatOf(r)} in the account ${account}${handles}.`;
  const about = `${said(plan.title, 140)}: ${where}`;
  const asked = `${shown(r.requestedBy.name, 40)} ${r.breakGlass ? 'gave the reason' : 'asked'} on ${timeText(r.proposedAt)}: ${said(r.reason, 300)}`;
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
  const means = open ? meansParts(plan, r.breakGlass !== null) : null;
  const clocks = clocksOf(r);
  const deeds = deedsOf(v, reader);
  const list = records.filter(isSaid);
  // Who asked and who approved is what an auditor looks for; then what came last.
  const past = list.filter((record, i) => isVote(record) || i >= list.length - recordsShown);
  const between = list.length - past.length;
  const history = `show ${r.id} --history`;

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
    ...progressOf(r),
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
  if (deeds.says !== null) blocks.push({ kind: 'text', text: marked(deeds.says) });
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
      deeds.says && unmarked(deeds.says),
    ),
    blocks,
    data: { remediation: r, records, approvers: v.approvers },
  };
}
