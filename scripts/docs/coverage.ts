import { type Safeguard, safeguards } from '../../src/domain/safeguards.ts';
import { allChecks, type Control, checkOf, controls } from './controls.ts';
import { anchor, cell, code, page, plural, table } from './markdown.ts';
import { reasonFor } from './reasons.ts';

const byService = Object.entries(Object.groupBy(controls, (c) => c.service)) as [string, Control[]][];
byService.sort(([a], [b]) => (a < b ? -1 : 1));

const checked = (list: readonly Control[]): number => list.filter((c) => checkOf.has(c.id)).length;

const sources = { 'two or more peers': '2+ peers', 'one peer': '1 peer', proposed: 'proposed' } as const;

const summary = (): string => {
  const first = controls.filter((c) => c.first);
  const sure = controls.filter((c) => c.citations_from !== 'proposed');
  return [
    `The catalogue (\`data/controls.json\`) names ${controls.length} controls. ${checked(controls)} of them have a check. ` +
      `Of the ${first.length} controls marked \`first\`, ${checked(first)} have one.`,
    'A control without a check is not assessed: no scan says anything about it, neither "passed" nor "failed". The reason stands where the check would.',
    `A citation is a claim that a control serves a paragraph of the rule. For ${sure.length} controls other public HIPAA mappings ` +
      `make the claim too ("1 peer", "2+ peers"). For ${controls.length - sure.length} the claim is this project’s own: they are marked *proposed*.`,
    'Passing every check is not compliance. Most of the rule is about people, contracts and documents, which no API shows.',
  ].join('\n\n');
};

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
    ['Citation', 'Title', 'Kind', 'Controls', 'Checks'],
    (Object.keys(safeguards) as Safeguard[]).map((citation) => [
      citation,
      cell(safeguards[citation].title),
      safeguards[citation].type,
      String(controls.filter((c) => c.citations.includes(citation)).length),
      String(allChecks.filter((c) => c.controls.includes(citation)).length),
    ]),
  );

const listOf = ([service, list]: [string, Control[]]): string =>
  `### ${service}\n\n${plural(list.length, 'control')}, ${checked(list)} with a check.\n\n${table(
    ['Control', 'Severity', 'Title', 'Citations', 'Mapping', 'Check, or why there is none yet'],
    list.map((control) => {
      const check = checkOf.get(control.id);
      return [
        code(control.id),
        control.severity,
        cell(control.title),
        control.citations.join(', '),
        control.citations_from === 'proposed' ? '*proposed*' : sources[control.citations_from],
        check ? `[${code(check.id)}](checks.md#${anchor(check.id)})` : `none: ${cell(reasonFor(control))}`,
      ];
    }),
  )}`;

export const coverage = (): string =>
  page(
    'Coverage',
    summary(),
    '## By service',
    perService(),
    '## By citation',
    'How many controls cite each paragraph, and how many checks. "Required" and "addressable" are the rule’s own words.',
    perCitation(),
    '## Every control',
    'Titles are the catalogue’s: most name the fault that is looked for.',
    ...byService.map(listOf),
  );
