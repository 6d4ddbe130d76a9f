import { catalog } from '../../src/cloud/catalog.ts';
import type { AnyCatalog } from '../../src/domain/catalog.ts';
import type { AnyCheck } from '../../src/domain/check.ts';
import { type Safeguard, safeguards } from '../../src/domain/safeguards.ts';
import { permissionsOf, wantedBy } from '../../src/engine/wanted.ts';
import { allChecks } from './controls.ts';
import { anchor, cell, code, page, table } from './markdown.ts';

const kinds: AnyCatalog = catalog;

export const permissionsFor = (list: readonly AnyCheck[]): readonly string[] =>
  permissionsOf(wantedBy(kinds, list));

const list = (items: readonly string[], none = 'none'): string =>
  items.length === 0 ? none : items.map(code).join(', ');

function section(check: AnyCheck): string {
  const settings = Object.entries(check.settings ?? {});
  const lines: (readonly [string, string])[] = [
    [
      'Severity',
      check.exposes ? `${check.severity}; critical where the resource is tagged PHI` : check.severity,
    ],
    ['Asks about', `${kinds[check.kind]?.title ?? ''} (${code(check.kind)})`],
    ['Facts', list(check.facts)],
    ['Permissions', list(permissionsFor([check]))],
  ];
  if (settings.length > 0)
    lines.push(['Settings', settings.map(([k, v]) => code(`${k}: ${JSON.stringify(v)}`)).join(', ')]);
  if (check.optIn) lines.push(['Opt-in', `off, unless ${code(`checks.optIn`)} names ${code(check.optIn)}`]);
  const citations = check.controls.map((c) => {
    const { title, type } = safeguards[c as Safeguard];
    return `  - ${c} ${title} (${type})`;
  });
  return [
    `### ${check.id}`,
    `${check.title}.`,
    [...lines.map(([label, said]) => `- ${label}: ${said}`), '- Cites:', ...citations].join('\n'),
  ].join('\n\n');
}

export const checksPage = (): string =>
  page(
    'Checks',
    `${allChecks.length} checks. A check is a question about one resource of one kind; its title is the sentence that is true when it passes. ` +
      'It answers pass, fail or not applicable. When a fact that it needs cannot be read, the answer is unknown: "not assessed", never "passed".',
    'Permissions are those that the check needs by itself, its listing included. Settings show their defaults; ' +
      '`checks.settings` in the configuration overrides them.',
    table(
      ['Check', 'Severity', 'Title', 'Opt-in'],
      allChecks.map((c) => [
        `[${code(c.id)}](#${anchor(c.id)})`,
        c.severity,
        cell(c.title),
        c.optIn ? code(c.optIn) : '–',
      ]),
    ),
    '## Each check',
    ...allChecks.map(section),
  );
