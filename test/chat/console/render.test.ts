import { describe, expect, test } from 'vitest';
import { render, wantsColor } from '../../../src/chat/console/render.ts';
import { cutTo, drawable, widthOf, wrap } from '../../../src/chat/console/width.ts';
import type { Block, Message } from '../../../src/domain/message.ts';
import { nasty } from '../../kit/sample-findings.ts';

const show = (blocks: readonly Block[], columns = 60, color = false) =>
  render({ text: 'Text.', blocks } as Message, { columns, color });

describe('blocks in a terminal', () => {
  test('words of a table stay whole, and long names break where they are joined', () => {
    const rows = [['lakeside-clinic', 'statement ShareWithLab allows everyone', 'Not triaged']];
    const out = show([{ kind: 'table', summary: 's', columns: ['A', 'B', 'C'], rows }], 48);
    expect(out).toMatch(/lakeside-clinic {2}statement .* {2}Not triaged\n {17}\S/);
  });
  test('a table is aligned and never wider than the terminal', () => {
    const rows = nasty.map((name, i) => [`F-${i}`, name, '3 days']);
    for (const columns of [40, 60, 100, 140]) {
      const lines = show(
        [{ kind: 'table', summary: 's', columns: ['Finding', 'Resource', 'Age'], rows }],
        columns,
      ).split('\n');
      for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(columns);
      if (columns < 60) continue;
      const ages = lines
        .filter((l) => l.includes('3 days'))
        .map((l) => widthOf(l.slice(0, l.lastIndexOf('3 days'))));
      expect(ages).toHaveLength(rows.length);
      expect(new Set(ages).size).toBe(1);
    }
  });
  test('a head that is wider than its column goes on in the next line', () => {
    const columns = ['Paragraph', 'Open findings', 'Controls without a check'];
    const rows = [['164.308(a)(7)(ii)(A), Data backup plan', '3', '0']];
    const out = show([{ kind: 'table', summary: 's', columns, rows }], 48);
    expect(out.split('─')[0]).toMatch(/Open[\s\S]*findings/);
    expect(out).not.toContain('…');
  });
  test('a table too narrow for columns is told row by row', () => {
    const heads = Array.from({ length: 9 }, (_, i) => `Column ${i}`);
    const rows = [heads.map((h) => `value of ${h}`)];
    const out = show([{ kind: 'table', summary: 's', columns: heads, rows }], 40);
    expect(out).toContain('Column 8: value of Column 8');
  });
  test('facts, progress, code, notes and dividers', () => {
    const out = show([
      { kind: 'heading', text: 'Head' },
      {
        kind: 'facts',
        facts: [
          { label: 'Account', value: 'production' },
          { label: 'Age', value: [{ when: '2026-11-20T12:00:00Z', as: 'date' }] },
        ],
      },
      { kind: 'progress', done: 3, total: 6, label: 'Half way.' },
      { kind: 'code', text: 'a\n  b' },
      { kind: 'divider' },
      { kind: 'note', text: 'Note.' },
    ]);
    expect(out).toContain('Account  production\nAge      20 November 2026');
    expect(out).toContain('[##########----------] 3 of 6\nHalf way.');
    expect(out).toContain('  a\n    b');
  });
  test('a trend has bars and numbers', () => {
    const out = show([
      {
        kind: 'trend',
        title: 'Open',
        summary: 'Down.',
        labels: ['2026-11-19', '2026-11-20'],
        series: [
          { name: 'High', values: [8, 0] },
          { name: 'Low', values: [4, 4] },
        ],
      },
    ]);
    expect(out).toBe('Open (2026-11-19 to 2026-11-20)\nHigh  █▁  8 0\nLow   ▅▅  4 4\nDown.');
  });
  test('buttons without a terminal show what to type', () => {
    expect(show([{ kind: 'buttons', buttons: [{ label: 'Show', says: 'show F-1' }] }])).toBe(
      '→ Show: show F-1',
    );
  });
  test('a message without blocks is its text', () => expect(show([])).toBe('Text.'));
});

describe('colour', () => {
  test('comes beside words, and is absent when not wanted', () => {
    const block: Block = { kind: 'text', tone: 'critical', text: [{ bold: 'Critical.' }, ' Open.'] };
    expect(show([block])).toBe('Critical. Open.');
    expect(show([block], 60, true)).toContain('\u001b[31mCritical. Open.\u001b[39m');
  });
  test.each([
    [{ isTTY: true }, {}, true],
    [{ isTTY: true }, { NO_COLOR: '1' }, false],
    [{ isTTY: true }, { TERM: 'dumb' }, false],
    [{}, {}, false],
  ])('%j %j', (output, env, expected) => expect(wantsColor(output, env as NodeJS.ProcessEnv)).toBe(expected));
});

describe('names from the cloud', () => {
  test.each(nasty)('%j cannot move the cursor', (name) => {
    const out = show([
      { kind: 'text', text: name },
      { kind: 'heading', text: name },
      { kind: 'code', text: name },
    ]);
    expect(out).not.toMatch(/(?!\n)\p{Cc}/u);
  });
  test('right-to-left turns only itself around', () =>
    expect(show([{ kind: 'table', summary: 's', columns: ['A', 'B'], rows: [['مستشفى', 'b']] }])).toContain(
      '\u2068مستشفى\u2069  b',
    ));
});

describe('width', () => {
  test.each([
    ['abc', 3],
    ['😀', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['漢字', 4],
    ['', 0],
  ])('%j is %i wide', (text, columns) => expect(widthOf(text)).toBe(columns));
  test.each([1, 2, 3, 5, 8, 20])('cut to %i', (columns) => {
    for (const name of nasty) expect(widthOf(cutTo(drawable(name), columns))).toBeLessThanOrEqual(columns);
  });
  test.each([1, 5, 20])('wrapped to %i loses no letter', (columns) => {
    for (const name of nasty) {
      const lines = wrap(drawable(name), columns);
      expect(lines.join('').replace(/\s/g, '')).toBe(drawable(name).replace(/\s/g, ''));
      if (columns > 1) for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
    }
  });
});
