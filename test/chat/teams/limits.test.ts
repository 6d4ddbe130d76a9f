import { describe, expect, it } from 'vitest';
import { bytesOf } from '#src/chat/teams/card';
import { limits } from '#src/chat/teams/limits';
import { type RenderOptions, render } from '#src/chat/teams/render';
import { allotted, shownOf } from '#src/chat/teams/render-room';
import { cut, largest } from '#src/chat/teams/text';
import type { Block, Button, Message } from '#src/domain/message';
import { activityBytes, messageProblems } from '../../kit/teams/adaptive-card/problems.ts';
import type { Json } from '../../kit/teams/adaptive-card/walk.ts';

const of = (...blocks: Block[]): Message => ({ text: 'A message.', blocks });

function bodyOf(message: Message, options: RenderOptions = {}): Json[] {
  const rendered = render(message, options);
  expect(messageProblems(rendered, options.bytes)).toEqual([]);
  return rendered.card['body'];
}
const saidIn = (message: Message, options?: RenderOptions): string =>
  JSON.stringify(bodyOf(message, options));

describe('both sides of each limit', () => {
  it.each([
    ['heading', (n: number): Block => ({ kind: 'heading', text: 'q'.repeat(n) }), limits.heading],
    ['text', (n: number): Block => ({ kind: 'text', text: 'q'.repeat(n) }), limits.paragraph],
    ['note', (n: number): Block => ({ kind: 'note', text: 'q'.repeat(n) }), limits.note],
    [
      'fact',
      (n: number): Block => ({ kind: 'facts', facts: [{ label: 'k', value: 'q'.repeat(n) }] }),
      limits.factValue,
    ],
    [
      'cell',
      (n: number): Block => ({ kind: 'table', summary: 's', columns: ['a'], rows: [['q'.repeat(n)]] }),
      limits.cell,
    ],
  ] as const)('%s', (_, block, max) => {
    const shown = (n: number) => saidIn(of(block(n))).match(/q+…?/)?.[0];
    expect(shown(max)).toBe('q'.repeat(max));
    expect(shown(max + 1)).toBe(`${'q'.repeat(max - 1)}…`);
  });

  it('the line for notifications', () => {
    const line = (n: number) => render({ text: 'x'.repeat(n), blocks: [] }).text;
    expect(line(limits.text)).toBe('x'.repeat(limits.text));
    expect(line(limits.text + 1)).toBe(`${'x'.repeat(limits.text - 1)}…`);
  });

  it('a surrogate pair is not cut in two, wherever the cut falls', () => {
    for (let n = 0; n < 9; n++) {
      const said = cut(`x${'😀'.repeat(9)}`, n);
      expect(said.isWellFormed()).toBe(true);
      expect(said.length).toBeLessThanOrEqual(n);
    }
    for (const start of ['', 'x']) {
      const said = saidIn(of({ kind: 'text', text: start + '😀'.repeat(9000) }));
      expect(said).toMatch(/😀…/);
      expect(said).not.toMatch(/\\ud[89a-f]/i);
    }
  });

  const many = (n: number, more: Partial<Button> = {}) =>
    of({
      kind: 'buttons',
      buttons: Array.from({ length: n }, (_, i) => ({ label: `b${i}`, says: 'help', ...more })),
    });
  const rows = (message: Message) =>
    bodyOf(message, { bytes: limits.hardBytes }).flatMap((each) =>
      each['type'] === 'ActionSet' ? [each['actions'].length] : [],
    );

  it('buttons: six to a row, as many as can be read in one, and 24 in all', () => {
    expect(rows(many(6))).toEqual([6]);
    expect(rows(many(7))).toEqual([6, 1]);
    expect(rows(many(24))).toEqual([6, 6, 6, 6]);
    expect(saidIn(many(25), { bytes: limits.hardBytes })).toContain('1 more button did not fit');
    expect(rows(many(4, { label: 'x'.repeat(12) }))).toEqual([4]);
    expect(rows(many(4, { label: 'x'.repeat(13) }))).toEqual([3, 1]);
  });

  it('a command arrives whole or has no button', () => {
    const says = (n: number) => saidIn(many(1, { says: 'x'.repeat(n) }));
    expect(says(limits.buttonSays)).toContain('x'.repeat(limits.buttonSays));
    expect(says(limits.buttonSays + 1)).toContain('1 more button did not fit');
    expect(says(0)).toContain('1 more button did not fit');
  });

  it('a long label is whole where one points at it', () => {
    const [row] = bodyOf(many(1, { label: `${'x'.repeat(limits.buttonTitle)}end` }));
    expect(row?.['actions'][0].title).toHaveLength(limits.buttonTitle);
    expect(row?.['actions'][0].tooltip).toMatch(/end$/);
    expect(bodyOf(many(1))[0]?.['actions'][0]).not.toHaveProperty('tooltip');
  });

  const table = (n: number, columns: number, cell = 'x'): Block => ({
    kind: 'table',
    summary: 'A table.',
    columns: Array.from({ length: columns }, (_, i) => `c${i}`),
    rows: Array.from({ length: n }, (_, i) => Array.from({ length: columns }, (__, c) => `${cell}${i}.${c}`)),
  });

  it('six columns stand side by side; of seven, the first three do and a last tells the others', () => {
    const drawn = (columns: number) => bodyOf(of(table(1, columns)))[0] ?? {};
    expect(drawn(6)['columns']).toHaveLength(6);
    expect(drawn(7)['columns']).toHaveLength(4);
    expect(JSON.stringify(drawn(7)['rows'][1].cells[3])).toContain(
      '["c3: ","x0.3"," · ","c4: ","x0.4"," · ","c5: ","x0.5"," · ","c6: ","x0.6"]',
    );
  });

  it('rows are left out from the end, counted, and the way to them is told', () => {
    const whole = saidIn(of(table(20, 5)));
    expect(whole).toContain('x19.4');
    expect(whole).not.toContain('did not fit');
    const said = saidIn(
      of(table(90, 5), { kind: 'buttons', buttons: [{ label: 'Next', says: 'findings page:2' }] }),
      {
        of: 'findings state:open',
      },
    );
    const last = Number([...said.matchAll(/x(\d+)\.0/g)].at(-1)?.[1]);
    expect(said).toContain(
      `${90 - last - 1} more rows did not fit: say “hipaa findings state:open” in a terminal`,
    );
    expect(said).toContain('findings page:2');
    expect(saidIn(of(table(90, 5)))).toContain('ask for the next page');
  });

  it('cells are shortened before a row is left out', () => {
    const said = saidIn(of(table(15, 4, 'y'.repeat(150))));
    expect(said).toContain('y…');
    expect(said.match(/TableRow/g)).toHaveLength(16);
  });

  it('code is cut between lines, and says how many are missing', () => {
    const lines = (n: number) => Array.from({ length: n }, (_, i) => `line-${i}`).join('\n');
    expect(saidIn(of({ kind: 'code', text: lines(100) }))).not.toContain('did not fit');
    const said = saidIn(
      of({ kind: 'code', text: lines(399) + '\n'.concat('z'.repeat(900), '\n').repeat(20) }),
    );
    const last = Number([...said.matchAll(/line-(\d+)/g)].at(-1)?.[1]);
    expect(last).toBe(398);
    expect(said).toMatch(/\d+ more lines did not fit/);
  });

  it('code and buttons take the room that there is, not all or nothing', () => {
    const code = saidIn(of({ kind: 'code', text: `${'w'.repeat(60)}\n`.repeat(300) }));
    expect(code.match(/w{60}/g)?.length).toBeGreaterThan(100);
    expect(code).toMatch(/\d+ more lines did not fit/);
    const buttons = saidIn(many(24, { says: 'x'.repeat(1000) }));
    expect(buttons.match(/Action\.Execute/g)).toHaveLength(5);
    expect(buttons).toContain('19 more buttons did not fit');
  });

  it('facts: forty, then counted', () => {
    const facts = (n: number) =>
      saidIn(
        of({ kind: 'facts', facts: Array.from({ length: n }, (_, i) => ({ label: `k${i}`, value: 'v' })) }),
      );
    expect(facts(40)).not.toContain('did not fit');
    expect(facts(41)).toContain('1 more fact did not fit');
  });

  it('what does not fit at all is counted, and what people act on stays', () => {
    const paragraphs = Array.from(
      { length: 120 },
      (_, i): Block => ({ kind: 'text', text: `${i} ${'w'.repeat(500)}` }),
    );
    const said = saidIn(
      of(...paragraphs, { kind: 'buttons', buttons: [{ label: 'Next', says: 'findings page:2' }] }),
    );
    expect(said).toMatch(/\d+ more parts did not fit/);
    expect(said).toContain('findings page:2');
  });

  it('the budget may be another', () => {
    const message = of({ kind: 'text', text: 'x'.repeat(3000) }, table(100, 5));
    for (const bytes of [8 * 1024, limits.portableBytes, limits.hardBytes]) {
      const { text, card } = render(message, { bytes });
      expect(activityBytes(text, card)).toBeLessThanOrEqual(bytes);
      expect(activityBytes(text, card)).toBeGreaterThan(bytes * (bytes < limits.hardBytes ? 0.8 : 0.5));
    }
  });

  it('sixty people see a card anew, and no more', () => {
    const users = (n: number) =>
      render(of(), { refresh: { says: 'show R-1', userIds: Array.from({ length: n }, (_, i) => `u${i}`) } })
        .card['refresh'].userIds;
    expect(users(60)).toHaveLength(60);
    expect(users(61)).toHaveLength(60);
  });
});

describe('room', () => {
  const want = (bytes: number, weight = 1) => ({ bytes, weight });
  it.each([
    [[want(10), want(20)], 100, [10, 20]],
    [[want(100), want(100)], 100, [50, 50]],
    [[want(100), want(10)], 100, [90, 10]],
    [[want(900, 3), want(900)], 100, [75, 25]],
    [[want(30, 3), want(900)], 100, [30, 70]],
    [[], 100, []],
  ])('%j share %i: %j', (wants, room, expected) => expect(allotted(wants, room)).toEqual(expected));

  it('a part that would get less than it needs is not begun', () => {
    expect(shownOf([want(50), want(50)], 100, 50)).toBe(2);
    expect(shownOf([want(50), want(51)], 100, 50)).toBe(2);
    expect(shownOf([want(51), want(51)], 100, 51)).toBe(1);
    expect(shownOf([], 0, 50)).toBe(0);
  });

  it.each([[0], [1], [6], [7], [99], [100]])('the largest that fits: %i', (n) =>
    expect(largest(100, (i) => i <= n)).toBe(n),
  );

  it('a byte is half a code unit', () => expect(bytesOf('é😀')).toBe(2 * 5));
});
