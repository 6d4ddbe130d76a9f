import { severities } from '../../domain/check.ts';
import type { Block, Message, Text } from '../../domain/message.ts';
import { type Safeguard, safeguards } from '../../domain/safeguards.ts';
import type { CitationCoverage, CoverageSummary } from '../../engine/services.ts';
import { number, plural, said, sentences, severityWord, shown } from './words.ts';

const mostRows = 15;

/** How much of the rule is looked at, in words that claim no more than that. */
const notCompliance =
  'Passing every check is not compliance: most of the rule is about people, contracts and documents.';

type How = 'checked' | 'attested' | 'neither';

/** A check that is off looks at nothing. */
const running = (checks: CitationCoverage['checks']): number =>
  checks.filter(({ check }) => check.enabled).length;

const howOf = ({ checks, attestations }: CitationCoverage): How =>
  running(checks) > 0 ? 'checked' : attestations.length > 0 ? 'attested' : 'neither';

const sections: readonly (readonly [string, string])[] = [
  ['164.308', 'Administrative safeguards'],
  ['164.310', 'Physical safeguards'],
  ['164.312', 'Technical safeguards'],
  ['164.314', 'Organizational requirements'],
  ['164.316', 'Policies and documentation'],
];

/** Of the general rules, and of the breach and privacy rules, only what a control cites is known here. */
const isSecurityRule = ({ citation }: CitationCoverage): boolean =>
  sections.some(([section]) => citation.startsWith(section));

/** The whole rule, section by section. */
function summary({ controls, withCheck, checks, peers, citations }: CoverageSummary): Message {
  const count = (list: readonly CitationCoverage[], how: How) => list.filter((c) => howOf(c) === how).length;
  const rule = citations.filter(isSecurityRule);
  const beside = citations.length - rule.length;
  const title = `${plural(checks, 'check')} cover ${number(withCheck)} of the ${number(controls)} controls that are known.`;
  const others = `Other tools, of the same controls, cover: ${peers.map((p) => `${p.name} ${number(p.controls)}`).join(', ')}.`;
  const rows = sections.map(([section, name]): readonly Text[] => {
    const list = citations.filter(({ citation }) => citation.startsWith(section));
    return [
      [{ code: section }],
      name,
      number(list.length),
      number(count(list, 'checked')),
      number(count(list, 'attested')),
      number(count(list, 'neither')),
    ];
  });
  const line = `Of ${plural(rule.length, 'paragraph')} of the Security Rule’s safeguards, ${number(count(rule, 'checked'))} are looked at by a check, ${number(count(rule, 'attested'))} only by attestation, and ${number(count(rule, 'neither'))} by neither.${beside > 0 ? ` ${plural(beside, 'paragraph')} of other rules ${beside === 1 ? 'is' : 'are'} cited besides.` : ''}`;
  return {
    text: sentences(title, line, others, notCompliance),
    blocks: [
      { kind: 'text', text: [{ bold: title }, ` ${line}`] },
      {
        kind: 'table',
        summary: line,
        columns: ['Section', 'What it is', 'Paragraphs', 'Checked', 'Only attested', 'Neither'],
        rows,
      },
      { kind: 'text', text: others },
      {
        kind: 'buttons',
        buttons: sections.map(([section]) => ({ label: section, says: `coverage ${section}` })),
      },
      {
        kind: 'note',
        text: [`${notCompliance} `, { code: 'coverage 164.312(b)' }, ' shows one paragraph.'],
      },
    ],
    visibility: 'sender',
  };
}

/** One section, a line for each paragraph. */
function section(typed: string, all: readonly CitationCoverage[], page: number): Message {
  const pages = Math.max(1, Math.ceil(all.length / mostRows));
  const at = Math.min(page, pages);
  const where = pages > 1 ? ` This is page ${at} of ${pages}.` : '';
  const title = `${plural(all.length, 'paragraph')} begin with “${shown(typed, 30)}”.${where}`;
  const list = all.slice((at - 1) * mostRows, at * mostRows);
  const rows = list.map(({ citation, checks, attestations, unchecked }): readonly Text[] => [
    [{ code: citation }],
    safeguards[citation].title,
    safeguards[citation].type,
    number(running(checks)),
    number(checks.reduce((sum, { open }) => sum + open, 0)),
    number(attestations.length),
    number(unchecked.length),
  ]);
  const blocks: Block[] = [{ kind: 'text', text: [{ bold: title }] }];
  blocks.push({
    kind: 'table',
    summary: title,
    columns: ['Paragraph', 'Title', 'Kind', 'Checks', 'Open findings', 'Attestations', 'Unchecked controls'],
    rows,
  });
  const turn = [
    ...(at > 1 ? [{ label: 'Previous page', says: `coverage ${typed} page:${at - 1}` }] : []),
    ...(at < pages ? [{ label: 'Next page', says: `coverage ${typed} page:${at + 1}` }] : []),
  ];
  if (turn.length > 0) blocks.push({ kind: 'buttons', buttons: turn });
  blocks.push({ kind: 'note', text: notCompliance });
  return {
    text: sentences(
      title,
      ...list.map(
        (c) => `${c.citation} ${safeguards[c.citation].title}: ${plural(running(c.checks), 'check')}`,
      ),
      notCompliance,
    ),
    blocks,
    visibility: 'sender',
  };
}

/** One paragraph: what is checked, what is only attested, and what nobody can check. */
function paragraph(
  { citation, checks, attestations, unchecked }: CitationCoverage,
  assessed: boolean,
): Message {
  const { title: name, type, summary: says } = safeguards[citation as Safeguard];
  const title = `${citation}, ${name} (${type})`;
  const worst = [...checks].sort(
    (a, b) => b.open - a.open || severities.indexOf(a.check.severity) - severities.indexOf(b.check.severity),
  );
  const on = running(checks);
  const off = checks.length - on;
  const looks = `${on === 0 ? 'No check looks' : `${plural(on, 'check')} ${on === 1 ? 'looks' : 'look'}`} at it`;
  const found = assessed
    ? `, with ${plural(
        checks.reduce((sum, { open }) => sum + open, 0),
        'open finding',
      )}`
    : '; nothing has been assessed yet';
  const checked = `${looks}${off > 0 ? ` (${number(off)} more ${off === 1 ? 'is' : 'are'} off)` : ''}${checks.length > 0 ? found : ''}.`;
  const own = checks.filter(({ check }) => check.proposed).length;
  const mapping =
    own === 0
      ? null
      : `That ${own === checks.length ? (own === 1 ? 'it serves' : 'they serve') : `${number(own)} of them ${own === 1 ? 'serves' : 'serve'}`} this paragraph is this project’s own mapping, which is only proposed.`;
  const word =
    attestations.length === 0
      ? null
      : `Only attested: ${attestations
          .map(
            ({ topic, state, latest }) =>
              `${topic.id} (${state === 'valid' ? `until ${latest?.until}` : state === 'missing' ? 'nobody has said so' : 'ran out'})`,
          )
          .join('; ')}.`;
  const open =
    unchecked.length === 0
      ? null
      : `Not checked: ${unchecked
          .slice(0, mostRows)
          .map(({ control, because }) => `${control} (${said(because, 160)})`)
          .join(
            '; ',
          )}${unchecked.length > mostRows ? `; and ${number(unchecked.length - mostRows)} more` : ''}.`;
  const nothing =
    checks.length + attestations.length + unchecked.length === 0
      ? 'No interface of a cloud shows anything of it, and nobody is asked to attest it: it is for people and their documents.'
      : null;
  const rest = worst.length - mostRows;
  const blocks: Block[] = [
    { kind: 'heading', text: title },
    { kind: 'text', text: says },
    {
      kind: 'text',
      text: [
        { bold: checked },
        rest > 0 ? ` These are the ${number(mostRows)} with the most open findings.` : '',
      ],
    },
  ];
  if (worst.length > 0)
    blocks.push({
      kind: 'table',
      summary: rest > 0 ? `${checked} ${number(rest)} are not shown.` : checked,
      columns: ['Check', 'Severity', 'What should be true', 'Open findings', 'State'],
      rows: worst
        .slice(0, mostRows)
        .map(({ check, open: n }): readonly Text[] => [
          [{ code: check.id }],
          severityWord[check.severity],
          shown(check.title, 80),
          number(n),
          check.enabled ? 'On' : 'Off',
        ]),
    });
  if (mapping !== null) blocks.push({ kind: 'text', text: mapping });
  if (word !== null) blocks.push({ kind: 'text', text: word });
  if (open !== null) blocks.push({ kind: 'text', tone: 'unknown', text: open });
  if (nothing !== null) blocks.push({ kind: 'text', tone: 'unknown', text: nothing });
  blocks.push({
    kind: 'buttons',
    buttons: [
      ...(checks.length > 0 ? [{ label: 'Its checks', says: `checks control:${citation}` }] : []),
      ...(attestations.length > 0 ? [{ label: 'Attestations', says: 'attestations' }] : []),
      { label: 'All of the rule', says: 'coverage' },
    ],
  });
  return {
    text: sentences(
      title,
      says,
      checked,
      ...worst.slice(0, 5).map(({ check }) => check.id),
      mapping,
      word,
      open,
      nothing,
    ),
    blocks,
    visibility: 'sender',
  };
}

/** As much of the rule as was asked for. */
export function coverageMessage(typed: string | undefined, found: CoverageSummary, page = 1): Message {
  const exact = found.citations.find(({ citation }) => citation.toLowerCase() === typed?.toLowerCase());
  const [only] = found.citations;
  const message =
    typed === undefined
      ? summary(found)
      : exact
        ? paragraph(exact, found.assessed)
        : found.citations.length === 1 && only
          ? paragraph(only, found.assessed)
          : section(typed, found.citations, page);
  return { ...message, data: found };
}
