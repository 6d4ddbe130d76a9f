import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { variables } from '../../scripts/docs/configuration.ts';
import { checksOf, controls, reasonFor } from '../../scripts/docs/controls.ts';
import { anchor, cell, table } from '../../scripts/docs/markdown.ts';
import { pages } from '../../scripts/docs.ts';
import { leftOut } from '../../src/controls.ts';
import { topicOf } from '../../src/engine/coverage-desk.ts';

const written = Object.entries(pages).map(([path, write]) => [path, write()] as const);
const byHand = globSync('{docs/**/*,*}.md').map((path) => [path, readFileSync(path, 'utf8')] as const);

/** Cells of a row; a pipe behind a backslash ends none. */
const cellsOf = (line: string) => line.split(/(?<!\\)\|/).length;

test.each([...written, ...byHand])('%s has well-formed tables', (_, text) => {
  const lines = text.replace(/^```[\s\S]*?^```/gm, '').split('\n');
  lines.forEach((line, i) => {
    if (!line.startsWith('|') || !lines[i - 1]?.startsWith('|')) return;
    expect(cellsOf(line), line).toBe(cellsOf(lines[i - 1] ?? ''));
  });
});

test.each([...byHand])('%s: every link leads somewhere', (path, text) => {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  const lost = [...prose.matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(#[^)\s]+)?\)/g)].filter(
    ([, file = '', hash]) => {
      const target = file === '' ? path : decodeURI(new URL(file, `file:///${folder}`).pathname.slice(1));
      if (globSync(target).length === 0) return true;
      if (hash === undefined || !target.endsWith('.md')) return false;
      const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, h = '']) =>
        anchor(h),
      );
      return !headings.includes(hash.slice(1));
    },
  );
  expect(lost.map(([link]) => link)).toEqual([]);
});

test('every control has a check, an attestation or a reason, and never two of them', () => {
  for (const control of controls) if (!checksOf.has(control.id)) expect(reasonFor(control)).toMatch(/\w{3}/);
  const ids = new Set(controls.map((c) => c.id));
  const idle = Object.keys(leftOut()).filter(
    (id) => checksOf.has(id) || topicOf(id) !== null || !ids.has(id),
  );
  expect(idle, 'reasons that nothing needs').toEqual([]);
});

test('a control without a reason is refused', () => {
  expect(() => reasonFor({ id: 'made-up' })).toThrow('neither a check nor a reason');
});

test('every environment variable that the sources read is explained', () => {
  const read = globSync('src/**/*.ts').flatMap((f) =>
    [...readFileSync(f, 'utf8').matchAll(/env(?:\[['"`]|\.)([A-Z][A-Z_]+)/g)].map(([, name = '']) =>
      name.replace(/_$/, ''),
    ),
  );
  expect([...new Set(read)].sort()).toEqual(Object.keys(variables).sort());
});

test('a cell cannot end its row', () => {
  expect(cell('a | b\nc <img>')).toBe('a \\| b c &lt;img>');
  expect(() => table(['a', 'b'], [['1']])).toThrow('has 1 cells');
});

test('every package has its reason, and its way to leave, in the decision on dependencies', () => {
  const note = readFileSync('docs/decisions/0001-dependencies.md', 'utf8');
  const named = [...note.matchAll(/^### (.+)$/gm)].flatMap(([, list = '']) => list.split(', '));
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(named.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
  for (const section of note.split(/^### /m).slice(1))
    expect(section, section.split('\n')[0]).toMatch(/To\s+leave:/);
});

test('every metric that is kept is explained, and no other', () => {
  const names = (path: string, pattern: RegExp) =>
    [...readFileSync(path, 'utf8').matchAll(pattern)].map(([, name]) => name).sort();
  expect(names('docs/operations.md', /^\| `(hipaa_\w+)` \|/gm)).toEqual(
    names('src/health.ts', /name: '(\w+)'/g),
  );
});
