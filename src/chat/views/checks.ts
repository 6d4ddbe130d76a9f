import type { Block, Button, Message, Text } from '../../domain/message.ts';
import type { CheckInfo } from '../../engine/services.ts';
import { safeguardsOf } from './finding-words.ts';
import { listed, plural, sentences, severityWord, shown, toneOf } from './words.ts';

export const checksPageSize = 10;

/** Whether it is asked, in words; a check that is off says what turns it on. */
export const stateOfCheck = (c: CheckInfo): string =>
  c.enabled ? 'On' : c.optIn === null ? 'Off' : `Off until ${c.optIn} is opted into`;

const mostControls = 3;
const controlsCell = (controls: readonly string[]): string =>
  controls.length <= mostControls
    ? controls.join(', ')
    : `${controls.slice(0, mostControls - 1).join(', ')} and ${controls.length - mostControls + 1} more`;

export interface ChecksPage {
  readonly total: number;
  readonly enabled: number;
  readonly checks: readonly CheckInfo[];
  readonly page: number;
  again(page: number): string;
}

/** What is asked of an account: ten checks at a time. */
export function checksList(v: ChecksPage): Message {
  const pages = Math.max(1, Math.ceil(v.total / checksPageSize));
  const title =
    v.total === 0
      ? 'No check matches that.'
      : `${plural(v.total, 'check')}, ${v.enabled === v.total ? (v.total === 1 ? 'on' : 'all of them on') : `${v.enabled} of them on`}.`;
  const where = pages > 1 ? `This is page ${v.page} of ${pages}.` : null;
  const turn: Button[] = [];
  if (v.page > 1) turn.push({ label: 'Previous page', says: v.again(Math.min(v.page - 1, pages)) });
  if (v.page < pages) turn.push({ label: 'Next page', says: v.again(v.page + 1) });
  const blocks: Block[] = [{ kind: 'text', text: [{ bold: title }, where === null ? '' : ` ${where}`] }];
  if (v.checks.length > 0)
    blocks.push({
      kind: 'table',
      summary: sentences(title, where),
      columns: ['Check', 'Severity', 'What should be true', 'HIPAA safeguards', 'State'],
      rows: v.checks.map((c): readonly Text[] => [
        [{ code: c.id }],
        severityWord[c.severity],
        shown(c.title, 90),
        controlsCell(c.controls),
        stateOfCheck(c),
      ]),
    });
  if (turn.length > 0) blocks.push({ kind: 'buttons', buttons: turn });
  return {
    text: sentences(
      title,
      where,
      ...v.checks.map(
        (c) =>
          `${c.id}, ${severityWord[c.severity].toLowerCase()}: ${shown(c.title, 90)}; ${stateOfCheck(c).toLowerCase()}`,
      ),
    ),
    blocks,
    visibility: 'sender',
    data: { total: v.total, page: v.page, pages, checks: v.checks },
  };
}

/** One check: what it asks, what it cites, and its thresholds. */
export function checkCard(c: CheckInfo, openFindings: number): Message {
  const settings = Object.entries(c.settings).map(
    ([name, value]) => `${name} ${shown(Array.isArray(value) ? value.join(', ') : String(value), 120)}`,
  );
  const citations = safeguardsOf(c);
  const open =
    openFindings === 0
      ? 'No finding of it is open.'
      : `${plural(openFindings, 'finding')} of it ${openFindings === 1 ? 'is' : 'are'} open.`;
  const severity = severityWord[c.severity];
  return {
    text: sentences(
      `Check ${c.id}, severity ${severity.toLowerCase()}`,
      `What should be true: ${c.title}`,
      `HIPAA safeguards: ${citations}`,
      `It looks at ${c.kind}`,
      `State: ${stateOfCheck(c).toLowerCase()}`,
      settings.length > 0 && `Thresholds: ${listed(settings)}`,
      open,
    ),
    blocks: [
      { kind: 'heading', text: c.id },
      {
        kind: 'text',
        tone: toneOf(c.severity),
        text: [{ bold: `${severity}. ` }, `What should be true: ${c.title}.`],
      },
      { kind: 'text', text: `HIPAA safeguards: ${citations}.` },
      {
        kind: 'facts',
        facts: [
          { label: 'Looks at', value: [{ code: c.kind }] },
          { label: 'State', value: stateOfCheck(c) },
          ...(settings.length > 0 ? [{ label: 'Thresholds', value: settings.join('; ') }] : []),
          { label: 'Findings', value: open },
        ],
      },
      { kind: 'buttons', buttons: [{ label: 'Its findings', says: `findings check:${c.id}` }] },
    ],
    visibility: 'sender',
    data: c,
  };
}
