import { topics } from '../../src/domain/attestation.ts';
import { isAskedBy, peerNames } from '../../src/domain/control.ts';
import { type Safeguard, safeguards } from '../../src/domain/safeguards.ts';
import { allChecks, type Control, checksOf, controls, reasonFor } from './controls.ts';
import { anchor, cell, code, page, plural, table } from './markdown.ts';

const byService = Object.entries(Object.groupBy(controls, (c) => c.service)) as [string, Control[]][];
byService.sort(([a], [b]) => (a < b ? -1 : 1));

const checked = (list: readonly Control[]): number => list.filter((c) => checksOf.has(c.id)).length;

const sources = { 'two or more peers': '2+ peers', 'one peer': '1 peer', proposed: '*proposed*' } as const;
const origins = {
  'peer-mapped': 'Mapped to HIPAA by a peer',
  'peer-unmapped': 'Shipped by a peer, mapped to HIPAA by none',
  gap: 'Asked by no peer',
  own: 'Added by this project',
} as const;

const summary = (): string => {
  const sure = controls.filter((c) => c.citations_from !== 'proposed');
  const several = allChecks.length - [...checksOf.keys()].length;
  return [
    `The catalogue (\`data/controls.json\`) names ${controls.length} controls. ${checked(controls)} of them have a check (${allChecks.length} checks: ` +
      `${several} ask a control of a further kind of resource).`,
    'A control without a check is not assessed: no scan says anything about it, neither "passed" nor "failed". The reason stands where the check would. ' +
      'In chat, `coverage` shows the same by paragraph of the rule, with the findings that are open.',
    `A citation is a claim that a control serves a paragraph of the rule. For ${sure.length} controls other public HIPAA mappings ` +
      `make the claim too ("1 peer", "2+ peers"). For ${controls.length - sure.length} the claim is this project’s own: they are marked *proposed*.`,
    'Passing every check is not compliance. Most of the rule is about people, contracts and documents, which no API shows.',
  ].join('\n\n');
};

const perOrigin = (): string =>
  table(
    ['Controls', 'Number', 'With a check'],
    Object.entries(origins).map(([origin, name]) => {
      const list = controls.filter((c) => c.origin === origin);
      return [name, String(list.length), String(checked(list))];
    }),
  );

const perPeer = (): string =>
  table(
    ['Tool', 'Controls that it asks', 'Of these with a check here'],
    Object.entries(peerNames).map(([key, name]) => {
      const list = controls.filter((c) => isAskedBy(c, key));
      return [name, String(list.length), String(checked(list))];
    }),
  );

const perService = (): string =>
  table(
    ['Service', 'Controls', 'With a check', 'Without'],
    [
      ...byService.map(([service, list]) => [
        `[${service}](#${anchor(service)})`,
        String(list.length),
        String(checked(list)),
        String(list.length - checked(list)),
      ]),
      [
        '**all**',
        `**${controls.length}**`,
        `**${checked(controls)}**`,
        `**${controls.length - checked(controls)}**`,
      ],
    ],
  );

const perCitation = (): string =>
  table(
    ['Citation', 'Title', 'Kind', 'Controls', 'Checks', 'Attested as'],
    (Object.keys(safeguards) as Safeguard[]).map((citation) => [
      citation,
      cell(safeguards[citation].title),
      safeguards[citation].type,
      String(controls.filter((c) => c.citations.includes(citation)).length),
      String(allChecks.filter((c) => c.controls.includes(citation)).length),
      topics
        .filter((topic) => topic.controls.some((c) => c === citation))
        .map(({ id }) => code(id))
        .join(', '),
    ]),
  );

const listOf = ([service, list]: [string, Control[]]): string =>
  `### ${service}\n\n${plural(list.length, 'control')}, ${checked(list)} with a check.\n\n${table(
    ['Control', 'Severity', 'Title', 'Citations', 'Mapping', 'Check, or why there is none', 'Elsewhere'],
    list.map((control) => {
      const own = checksOf.get(control.id);
      return [
        code(control.id),
        control.severity,
        cell(control.title),
        control.citations.join(', '),
        sources[control.citations_from],
        own
          ? own.map((check) => `[${code(check.id)}](checks.md#${anchor(check.id)})`).join(', ')
          : `none: ${cell(reasonFor(control))}`,
        elsewhere(control),
      ];
    }),
  )}`;

/** The same question in other tools, by their own ids. */
const elsewhere = ({ peers }: Control): string =>
  Object.entries(peers)
    .flatMap(([key, ids]) => {
      const name = peerNames[key] ?? key;
      if (ids === true) return [name];
      return ids.length === 0 ? [] : [`${name}: ${ids.map(code).join(', ')}`];
    })
    .join('; ');

export const coverage = (): string =>
  page(
    'Coverage',
    summary(),
    '## By origin',
    perOrigin(),
    '## Beside other tools',
    'Counted over the same catalogue, by the ids that each tool publishes. A tool may ask more that the catalogue does not name.',
    perPeer(),
    '## By service',
    perService(),
    '## By citation',
    'How many controls cite each paragraph, how many checks, and what is attested where no API tells it. "Required" and "addressable" are the rule’s own words.',
    perCitation(),
    '## Every control',
    'Titles are the catalogue’s: most name the fault that is looked for.',
    ...byService.map(listOf),
  );
