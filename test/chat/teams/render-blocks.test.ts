import { describe, expect, it } from 'vitest';
import { type RenderOptions, render } from '#src/chat/teams/render';
import { defused, markdown } from '#src/chat/teams/text';
import type { Block, Message, Span, Text } from '#src/domain/message';
import { messageProblems } from '../../kit/teams/adaptive-card/problems.ts';
import { type Json, objectsOf } from '../../kit/teams/adaptive-card/walk.ts';

const of = (...blocks: Block[]): Message => ({ text: 'A message.', blocks });
const text = (said: Text, tone?: 'critical'): Block => ({
  kind: 'text',
  text: said,
  ...(tone ? { tone } : {}),
});

function bodyOf(message: Message, options?: RenderOptions): Json[] {
  const rendered = render(message, options);
  expect(messageProblems(rendered)).toEqual([]);
  return rendered.card['body'];
}
const first = (...blocks: Block[]): Json => bodyOf(of(...blocks))[0] ?? {};
const joined = '\u2060';

describe('data stays data', () => {
  it.each([
    ['<at>Everyone</at>', `<${joined}at>Everyone<${joined}/at>`],
    ['a < b and 3 <4', 'a < b and 3 <4'],
    ['&lt; AT&T', `&${joined}lt; AT&T`],
    ['{{DATE()}}', `{${joined}{DATE()}}`],
    ['{{{', `{${joined}{${joined}{${joined}`],
    ['$\u007bx} $5', `$${joined}{x} $5`],
    ['ends in {', `ends in {${joined}`],
    ['a\u202eb', 'a\ufffdb'],
    ['a\u0007\r\nb', 'a\nb'],
    ['\ud83d', '\ufffd'],
  ])('%j is shown as it is, and does nothing', (given, shown) => expect(defused(given)).toBe(shown));

  it.each([
    ['**bold** _it_', '\\*\\*bold\\*\\* \\_it\\_'],
    ['my_bucket_name', 'my_bucket_name'],
    ['[a](javascript:x)', '\\[a\\](javascript:x)'],
    ['# head', '\\# head'],
    ['C#', 'C#'],
    ['- item', '\\- item'],
    ['clinic-records', 'clinic-records'],
    ['1. one', '1\\. one'],
    ['1.5', '1\\.5'],
    ['v1.5', 'v1.5'],
    ['C:\\x', 'C:\\\\x'],
    ['one\ntwo', 'one\n\ntwo'],
  ])('%j as Markdown', (given, shown) => expect(markdown(given)).toBe(shown));

  it('two spans do not make together what neither is', () => {
    const { inlines } = first(
      text(['<', 'at>x', '{', '{DATE(2026-01-01T00:00:00Z)}}', '$', '{x}', '&', 'lt;']),
    );
    const said = inlines.join('');
    expect(said).not.toMatch(/<at|\{\{|\$\{|&lt;/);
    expect(said.replaceAll(joined, '')).toBe('<at>x{{DATE(2026-01-01T00:00:00Z)}}$' + '{x}&lt;');
  });

  it('what a button carries is not touched', () => {
    const [row] = bodyOf(
      of({ kind: 'buttons', buttons: [{ label: 'Show', says: 'show <at>x</at> {{DATE()}}' }] }),
    );
    expect(row?.['actions'][0].data.says).toBe('show <at>x</at> {{DATE()}}');
  });
});

describe('blocks', () => {
  it('a text with its marks', () => {
    const said: Span[] = ['a ', { bold: 'b' }, { italic: 'c' }, { code: 'd_e' }];
    expect(first(text(said, 'critical'))).toEqual({
      type: 'RichTextBlock',
      inlines: [
        '🔴 ',
        'a ',
        { type: 'TextRun', text: 'b', weight: 'Bolder' },
        { type: 'TextRun', text: 'c', italic: true },
        { type: 'TextRun', text: 'd_e', fontType: 'Monospace' },
      ],
    });
  });

  it('a heading is one to readers as well', () => {
    expect(first({ kind: 'heading', text: 'F-1\n*x*' })).toMatchObject({
      style: 'heading',
      text: 'F-1 \\*x\\*',
    });
  });

  it('facts', () => {
    const facts = [
      { label: 'Bucket', value: [{ code: '*x*' }, ' ', { bold: 'y' }] },
      { label: '', value: ' ' },
    ];
    expect(first({ kind: 'facts', facts })['facts']).toEqual([
      { title: 'Bucket', value: '\\*x\\* **y**' },
      { title: '–', value: '–' },
    ]);
  });

  it('a table has its first row as head, and numbers under each other', () => {
    const drawn = first({
      kind: 'table',
      summary: 'Two.',
      columns: ['Name', 'Open'],
      rows: [
        ['a', '12'],
        [[{ bold: 'b' }], ''],
      ],
    });
    expect(drawn).toMatchObject({ type: 'Table', firstRowAsHeader: true });
    expect(drawn['columns'].map((each: Json) => each['horizontalCellContentAlignment'])).toEqual([
      undefined,
      'Right',
    ]);
    expect(drawn['rows'].map((row: Json) => row['cells'].length)).toEqual([2, 2, 2]);
    expect(JSON.stringify(drawn['rows'][2])).toContain('"–"');
  });

  it('progress is a bar and numbers', () => {
    const bar = (done: number, total: number) =>
      first({ kind: 'progress', done, total, label: 'accounts' })['inlines'][0];
    expect(bar(1, 2)).toBe('▰▰▰▰▰▰▰▰▱▱▱▱▱▱▱  50 % (1 of 2)  accounts');
    expect(bar(3, 2)).toContain('100 % (3 of 2)');
    expect(bar(3, 0)).toBe('▱▱▱▱▱▱▱▱▱▱▱▱▱▱▱  3  accounts');
    expect(bar(Number.NaN, 5)).toContain('▱▱▱');
  });

  it('code keeps its indent', () => {
    const drawn = first({ kind: 'code', text: '{\n  "a":  1\n}\n' });
    expect(drawn).toMatchObject({ type: 'Container', style: 'emphasis' });
    expect(drawn['items'][0].inlines[0]).toEqual({
      type: 'TextRun',
      text: '{\n\u00a0\u00a0"a":\u00a0\u00a01\n}',
      fontType: 'Monospace',
    });
  });

  it('a divider is a line above what follows; two are one, and one at an end is none', () => {
    const lines = (...blocks: Block[]) => bodyOf(of(...blocks)).map((each) => each['separator'] === true);
    const rule: Block = { kind: 'divider' };
    expect(lines(text('a'), rule, rule, text('b'), text('c'), rule)).toEqual([false, true, false]);
  });

  it('a message without blocks says its line', () => {
    expect(first()['inlines']).toEqual(['A message.']);
    expect(render({ text: ' ', blocks: [] }).text).toBe('A message without words.');
  });

  it('what charts and tables say is in the line too', () => {
    const message = of({ kind: 'table', summary: 'Two rows.', columns: ['a'], rows: [] });
    expect(render(message).text).toBe('A message. Two rows.');
    expect(render(message).card['fallbackText']).toBe('A message. Two rows.');
  });
});

describe('a trend', () => {
  const trend = (points: number, more: Partial<Extract<Block, { kind: 'trend' }>> = {}): Block => ({
    kind: 'trend',
    title: 'Open findings',
    summary: 'Fewer than before.',
    labels: Array.from({ length: points }, (_, i) => `2026-11-${String(i + 1).padStart(2, '0')}`),
    series: ['Critical', 'High'].map((name) => ({
      name,
      values: Array.from({ length: points }, (_, i) => i),
    })),
    ...more,
  });

  it('is a line chart, and a table where there are none', () => {
    const [title, chart, caption] = bodyOf(of(trend(14)));
    expect(title).toMatchObject({ text: 'Open findings', style: 'heading' });
    expect(chart).toMatchObject({
      type: 'Chart.Line',
      title: 'Open findings',
      data: [{ legend: 'Critical' }, { legend: 'High' }],
    });
    expect(chart?.['data'][0].values).toHaveLength(14);
    const [table, few] = chart?.['fallback'].items ?? [];
    expect(JSON.stringify(few)).toContain('5 of 14 days are shown.');
    expect(table.rows.map((row: Json) => row['cells'][0].items[0].inlines?.[0])).toEqual([
      undefined,
      ...['02', '05', '08', '11', '14'].map((day) => `2026-11-${day}`),
    ]);
    expect(JSON.stringify(caption)).toContain('Fewer than before.');
  });

  it.each([
    ['one point', trend(1)],
    ['labels that are no days', trend(2, { labels: ['a', 'b'] })],
    ['a value that is none', trend(2, { series: [{ name: 'x', values: [1, Number.NaN] }] })],
    ['a series too short', trend(2, { series: [{ name: 'x', values: [1] }] })],
    ['no series', trend(2, { series: [] })],
  ])('with %s is written out', (_, block) => {
    const types = bodyOf(of(block)).map((each) => each['type']);
    expect(types).toEqual(['TextBlock', 'Table', 'RichTextBlock']);
  });

  it('is written out where charts were refused, and from the third on', () => {
    expect(bodyOf(of(trend(3)), { charts: false }).map((each) => each['type'])).not.toContain('Chart.Line');
    const three = bodyOf(of(trend(3), trend(3), trend(3)));
    expect(three.filter((each) => each['type'] === 'Chart.Line')).toHaveLength(2);
  });

  it('that has no room says so, and keeps its sentence', () => {
    const rendered = render(of(trend(14)), { bytes: 2500 });
    const said = JSON.stringify(rendered.card['body']);
    expect(messageProblems(rendered, 2500)).toEqual([]);
    expect(said).toContain('1 more chart did not fit');
    expect(said).toContain('Fewer than before.');
  });
});

describe('buttons', () => {
  const row = (...buttons: Extract<Block, { kind: 'buttons' }>['buttons']) =>
    bodyOf(of({ kind: 'buttons', buttons }));

  it('are a command already typed, for clients old and new', () => {
    const [set] = row(
      { label: 'Acknowledge', says: 'ack F-1', asks: true, style: 'primary' },
      { label: 'Show', says: 'show F-1' },
    );
    const data = { verb: 'ask', says: 'ack F-1', asks: true };
    expect(set?.['actions'][0]).toEqual({
      type: 'Action.Execute',
      verb: 'ask',
      title: 'Acknowledge',
      style: 'positive',
      data,
      fallback: { type: 'Action.Submit', title: 'Acknowledge', style: 'positive', data },
    });
    expect(set?.['actions'][1]).toMatchObject({ verb: 'say', data: { verb: 'say', says: 'show F-1' } });
  });

  it('that ask first open their question, and it can be closed again', () => {
    const [set, question, other] = row(
      { label: 'Stop', says: 'freeze on', style: 'danger', confirm: 'Stop <at>all</at> change?' },
      { label: 'Cancel', says: 'scan cancel', confirm: 'Sure?' },
    );
    expect(set?.['actions'][0]).toMatchObject({
      type: 'Action.ToggleVisibility',
      style: 'destructive',
      targetElements: ['confirm-0'],
    });
    expect(question).toMatchObject({
      type: 'Container',
      id: 'confirm-0',
      isVisible: false,
      style: 'attention',
    });
    expect(question?.['items'][0].inlines[0]).toBe(`Stop <${joined}at>all<${joined}/at> change?`);
    expect(question?.['items'][1].actions).toMatchObject([
      { type: 'Action.Execute', title: 'Stop', data: { says: 'freeze on' } },
      { title: 'Cancel', targetElements: [{ elementId: 'confirm-0', isVisible: false }] },
    ]);
    expect(other?.['id']).toBe('confirm-1');
  });

  it('are joined by Share where it is offered', () => {
    const shares = (message: Message) =>
      [...objectsOf(bodyOf(message, { share: 'abc' }))].filter(
        ({ type, verb }) => type === 'Action.Execute' && verb === 'share',
      );
    expect(shares(of(text('a')))).toMatchObject([{ title: 'Share', data: { verb: 'share', says: 'abc' } }]);
    const six = Array.from({ length: 6 }, (_, i) => ({ label: `b${i}`, says: 'help' }));
    expect(shares(of({ kind: 'buttons', buttons: six }))).toHaveLength(1);
  });
});

describe('people and times', () => {
  const ann = { person: { platform: 'teams', id: 'a1', name: 'Ann [x] <at>' } };
  const other = { person: { platform: 'teams', id: 'a2', name: 'Ann [x] <at>' } };
  const mention: NonNullable<RenderOptions['mention']> = ({ id, name }) => ({ id, name });

  it('nobody is called unless the adapter asks for it, and only in a text', () => {
    const message = of(
      text(['by ', ann]),
      { kind: 'note', text: ['by ', ann] },
      { kind: 'facts', facts: [{ label: 'By', value: [ann] }] },
    );
    expect(render(message).mentions).toEqual([]);
    expect(render(message).card['msteams']).toEqual({ width: 'Full' });
    const { mentions, card } = render(message, { mention });
    expect(mentions).toEqual([{ id: 'a1', name: 'Ann x at' }]);
    expect(card['msteams'].entities).toEqual([
      { type: 'mention', text: '<at>Ann x at</at>', mentioned: { id: 'a1', name: 'Ann x at' } },
    ]);
    expect(JSON.stringify(card['body']).match(/<at>/g)).toHaveLength(1);
  });

  it('everything beside a call is escaped', () => {
    const [block] = bodyOf(of(text(['**x** <at>Everyone</at> ', ann, { bold: '_b_' }], 'critical')), {
      mention,
    });
    expect(block).toEqual({
      type: 'TextBlock',
      wrap: true,
      text: `🔴 \\*\\*x\\*\\* <${joined}at>Everyone<${joined}/at> <at>Ann x at</at>**\\_b\\_**`,
    });
  });

  it('whom the adapter does not know, or who shares a name, is a name', () => {
    expect(render(of(text([ann])), { mention: () => null }).mentions).toEqual([]);
    expect(render(of(text([ann, ' and ', other, ann])), { mention }).mentions).toHaveLength(1);
  });

  it('who was cut off is not called', () => {
    const message = of(text(['x'.repeat(3000), ann]));
    expect(messageProblems(render(message, { mention }))).toEqual([]);
    expect(render(message, { mention }).mentions).toEqual([]);
  });

  it("times are shown in the reader's own zone", () => {
    const at = (as: 'date' | 'time' | 'ago', when = '2026-06-01T08:05:09.123Z') =>
      first(text([{ when, as }]))['inlines'][0];
    expect(at('date')).toBe('{{DATE(2026-06-01T08:05:09Z, SHORT)}}');
    expect(at('time')).toBe('{{DATE(2026-06-01T08:05:09Z, SHORT)}} {{TIME(2026-06-01T08:05:09Z)}}');
    expect(at('ago')).toBe(at('time'));
    expect(at('time', '2026-06-01T10:05:09+02:00')).toBe(at('time', '2026-06-01T08:05:09Z'));
    expect(at('date', 'soon {{')).toBe(`soon {${joined}{${joined}`);
    expect(at('date', '+012345-01-01T00:00:00Z')).toBe('+012345-01-01T00:00:00Z');
  });
});
