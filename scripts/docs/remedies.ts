import { guidances, writingRemedies } from '#src/wiring/rolls';
import { catalog } from '../../src/cloud/catalog.ts';
import type { AnyCatalog } from '../../src/domain/catalog.ts';
import type { AnyRemedy, Guidance, Reversibility } from '../../src/domain/remedy.ts';
import { cell, code, page, table } from './markdown.ts';

const kinds: AnyCatalog = catalog;

function wayBack(reversibility: Reversibility): string {
  switch (reversibility.undo) {
    case 'fully':
      return 'fully';
    case 'partly':
    case 'no':
      return `${reversibility.undo}: ${reversibility.because}`;
  }
}

const listed = (items: readonly string[]): string =>
  items.length === 0 ? 'none' : items.map(code).join(', ');

function section(remedy: AnyRemedy): string {
  const write = kinds[remedy.kind]?.facts[remedy.fact]?.write;
  const settings = Object.entries(remedy.settings ?? {});
  const lines: (readonly [string, string])[] = [
    ['Cures', listed(remedy.cures)],
    ['Sets', `${code(remedy.fact)} of ${kinds[remedy.kind]?.title ?? remedy.kind}`],
    ['Permissions to write', listed(write?.permissions ?? [])],
    ['Looks at what it would break', listed(remedy.considers ?? [])],
    ['Can be undone', wayBack(remedy.reversibility)],
  ];
  if (remedy.choice)
    lines.push(['A person chooses', `${remedy.choice.summary}: ${listed(remedy.choice.choices)}`]);
  if (settings.length > 0)
    lines.push(['Settings', settings.map(([k, v]) => code(`${k}: ${JSON.stringify(v)}`)).join(', ')]);
  return [
    `### ${remedy.id}`,
    `${remedy.title}.`,
    lines.map(([label, said]) => `- ${label}: ${said}`).join('\n'),
  ].join('\n\n');
}

const steps = ({ id, title, cures, why, steps: all }: Guidance): string =>
  [
    `### ${id}`,
    `${title}. ${why.replace(/\.$/, '')}.`,
    `- Cures: ${listed(cures)}`,
    all.map((step, i) => `${i + 1}. ${step}`).join('\n'),
  ].join('\n\n');

export const remediesPage = (): string =>
  page(
    'Remedies',
    `${writingRemedies.length} remedies that the bot can carry out when a second person approves, and ${guidances.length} for which it tells a ` +
      'person the steps and looks again afterwards. None is carried out by itself.',
    'Before a remedy is offered, the check is asked whether it would pass; one that would not be enough is not offered. ' +
      'What a plan would break is judged from facts that are read for it, and what cannot be read is said to be unknown. ' +
      '`remediation.settings` in the configuration overrides the settings; `hipaa policy --remediate` prints the permissions as a policy.',
    table(
      ['Remedy', 'Cures', 'Risk', 'Undo'],
      writingRemedies.map((r) => [code(r.id), cell(r.cures.join(', ')), r.risk, r.reversibility.undo]),
    ),
    '## What the bot can do',
    ...writingRemedies.map(section),
    '## What a person must do',
    ...guidances.map(steps),
  );
