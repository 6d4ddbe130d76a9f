import { describe, expect, it } from 'vitest';
import { limits } from '#src/chat/slack/limits';
import { type RenderOptions, render } from '#src/chat/slack/render';
import type { Block, Message, Text } from '#src/domain/message';
import { visibleLength } from '../../kit/slack/blocks.ts';
import { blockProblems, LIMITS, viewProblems } from '../../kit/slack/limits.ts';
import { channelWideMention } from '../../kit/slack/message-check.ts';
import { hostile, randomMessage, seeded } from './samples.ts';

const of = (...blocks: Block[]): Message => ({ text: 'A message.', blocks });
const text = (said: Text): Block => ({ kind: 'text', text: said });

/** Everything that Slack, or a careful reader, would object to. */
function complaints(message: Message, options: RenderOptions = {}): string[] {
  const { text: line, blocks } = render(message, options);
  const out = blockProblems(blocks, options.surface ?? 'message');
  const mention = channelWideMention([line, blocks]);
  if (mention) out.push(`mentions ${mention}`);
  if (line.trim() === '' || line.length > limits.messageText) out.push(`text of ${line.length}`);
  if (visibleLength(blocks) > LIMITS.visible) out.push(`${visibleLength(blocks)} characters`);
  if (/<(?!!date\^)/.test(line)) out.push('the text line holds markup');
  const mrkdwn = JSON.stringify(blocks, (_, value) =>
    value?.type === 'mrkdwn' ? `MRKDWN${value.text}` : value,
  );
  if (/MRKDWN[^"]*<(?!!date\^\d+\^[^|>]*\|[^<>|]*>)/.test(mrkdwn)) out.push('mrkdwn holds a link or mention');
  return out;
}

describe('whatever a message holds', () => {
  it.each(Array.from({ length: 20 }, (_, i) => i))('it is within the limits: seeds %i00 …', (hundred) => {
    for (let i = 0; i < 40; i++) {
      const seed = hundred * 100 + i;
      const message = randomMessage(seeded(seed));
      const surface = i % 5 === 0 ? ('home' as const) : ('message' as const);
      const options: RenderOptions = {
        surface,
        mentions: i % 2 === 0,
        ...(i % 3 === 0 && surface === 'message' ? { share: 'abc' } : {}),
        ...(i % 7 === 0 ? { charts: false, tables: false } : {}),
      };
      expect(complaints(message, options), `seed ${seed}`).toEqual([]);
    }
  });

  it.each(hostile.map((name) => [JSON.stringify(name).slice(0, 40), name]))(
    'a resource named %s',
    (_, name) => {
      const message: Message = {
        text: name,
        blocks: [
          { kind: 'heading', text: name },
          text(name),
          text([{ bold: name }, ' ', { code: name }, { italic: name }]),
          { kind: 'facts', facts: [{ label: name, value: name }] },
          { kind: 'facts', facts: [{ label: 'Bucket', value: [{ code: name }] }] },
          { kind: 'table', summary: name, columns: ['Name', name], rows: [[name, [{ code: name }]]] },
          { kind: 'code', text: name },
          { kind: 'note', text: ['in ', name] },
          { kind: 'progress', done: 1, total: 2, label: name },
          { kind: 'buttons', buttons: [{ label: name, says: 'show F-1', confirm: name }] },
          {
            kind: 'trend',
            title: name,
            summary: name,
            labels: ['a', name],
            series: [{ name, values: [1, 2] }],
          },
        ],
      };
      expect(complaints(message)).toEqual([]);
      expect(complaints(message, { charts: false, tables: false })).toEqual([]);
      expect(complaints(message, { surface: 'home' })).toEqual([]);
    },
  );

  it('data that looks like markup is shown as it is, unformatted', () => {
    const said = '*bold* <!channel> `x` :smile:';
    const { blocks } = render(
      of({ kind: 'facts', facts: [{ label: 'Name', value: said }] }, { kind: 'note', text: said }),
    );
    const [facts, note] = blocks;
    expect(facts?.['type']).toBe('rich_text');
    const pieces = facts?.['elements'][0].elements[0].elements.map((e: { text: string }) => e.text);
    expect(pieces.join('')).toBe(`Name: ${said}`);
    expect(note?.['elements']).toEqual([{ type: 'plain_text', text: said, emoji: false }]);
  });

  it('turned reading directions are made visible', () => {
    expect(JSON.stringify(render(of(text('a\u202eb'))).blocks)).toContain('a\ufffdb');
  });
});

describe('both sides of each limit', () => {
  const paragraphs = (n: number) => of(...Array.from({ length: n }, (_, i) => text(`line ${i}`)));

  it('50 blocks fit; of 51 the last ones are counted', () => {
    expect(render(paragraphs(50)).blocks).toHaveLength(50);
    const cut = render(paragraphs(51)).blocks;
    expect(cut).toHaveLength(50);
    expect(JSON.stringify(cut.at(-1))).toContain('2 parts did not fit');
    expect(render(paragraphs(500)).blocks).toHaveLength(50);
  });

  it('the buttons at the end stay, whatever does not fit before them', () => {
    const message = of(...paragraphs(80).blocks, {
      kind: 'buttons',
      buttons: [{ label: 'Next', says: 'findings page:2' }],
    });
    const { blocks } = render(message);
    expect(blocks).toHaveLength(50);
    expect(blocks.at(-1)?.['elements'][0]).toMatchObject({ value: 'findings page:2' });
    expect(JSON.stringify(blocks.at(-2))).toContain('32 parts did not fit');
  });

  it.each([
    ['heading', (n: number): Block => ({ kind: 'heading', text: 'q'.repeat(n) }), limits.headerText],
    ['text', (n: number): Block => text('q'.repeat(n)), limits.sectionText],
    ['note', (n: number): Block => ({ kind: 'note', text: 'q'.repeat(n) }), limits.contextText],
  ] as const)('%s', (_, block, max) => {
    const shown = (n: number) => JSON.stringify(render(of(block(n))).blocks).match(/q+…?/)?.[0];
    expect(shown(max)).toBe('q'.repeat(max));
    expect(shown(max + 1)).toBe(`${'q'.repeat(max - 1)}…`);
  });

  it('the text line: 4000, counted after escaping and never cut inside an entity', () => {
    const line = (said: string) => render({ text: said, blocks: [] }).text;
    expect(line('x'.repeat(4000))).toBe('x'.repeat(4000));
    expect(line('x'.repeat(4001))).toBe(`${'x'.repeat(3999)}…`);
    expect(line('&'.repeat(801))).toMatch(/^(&amp;)+…$/);
    expect(line('&'.repeat(801)).length).toBeLessThanOrEqual(4000);
  });

  it('a surrogate pair is not cut in two', () => {
    const said = render(of(text(`x${'😀'.repeat(1500)}`))).blocks;
    expect(JSON.stringify(said).isWellFormed()).toBe(true);
    expect(JSON.stringify(said)).not.toMatch(/\\ud[89ab]/i);
  });

  it('facts: ten to a section', () => {
    const facts = (n: number) =>
      render(
        of({ kind: 'facts', facts: Array.from({ length: n }, (_, i) => ({ label: `k${i}`, value: 'v' })) }),
      ).blocks;
    expect(facts(10).map((b) => b['fields'].length)).toEqual([10]);
    expect(facts(11).map((b) => b['fields'].length)).toEqual([10, 1]);
  });

  it('buttons: 25 to a row, 75 characters, commands whole or not at all', () => {
    const drawn = (buttons: Extract<Block, { kind: 'buttons' }>['buttons']) =>
      render(of({ kind: 'buttons', buttons })).blocks;
    const many = (n: number) => Array.from({ length: n }, (_, i) => ({ label: `b${i}`, says: 'help' }));
    expect(drawn(many(25)).map((b) => b['elements'].length)).toEqual([25]);
    expect(drawn(many(26)).map((b) => b['elements'].length)).toEqual([25, 1]);
    const ids = drawn(many(26)).flatMap((b) => b['elements'].map((e: { action_id: string }) => e.action_id));
    expect(new Set(ids).size).toBe(26);
    expect(ids[0]).toBe('say:0');
    const label = (n: number) =>
      drawn([{ label: `${'x'.repeat(n - 3)}end`, says: 'help' }])[0]?.['elements'][0];
    expect(label(75)).not.toHaveProperty('accessibility_label');
    expect(label(76).text.text).toHaveLength(75);
    expect(label(76).accessibility_label).toMatch(/^x+….*end$/);
    expect(label(76).accessibility_label.length).toBeLessThanOrEqual(75);
    const [button] = drawn([{ label: 'ok', says: 'x'.repeat(2000) }]);
    expect(button?.['elements'][0].value).toHaveLength(2000);
    expect(JSON.stringify(drawn([{ label: 'ok', says: 'x'.repeat(2001) }]))).toContain(
      '1 button did not fit',
    );
  });

  it('confirmations: 300 characters and a button of 30', () => {
    const confirm = (n: number) =>
      render(
        of({
          kind: 'buttons',
          buttons: [{ label: 'y'.repeat(31), says: 'help', confirm: 'x'.repeat(n), style: 'danger' }],
        }),
      ).blocks[0]?.['elements'][0].confirm;
    expect(confirm(300).text.text).toBe('x'.repeat(300));
    expect(confirm(301).text.text).toBe(`${'x'.repeat(299)}…`);
    expect(confirm(1).confirm.text).toHaveLength(30);
    expect(confirm(1).style).toBe('danger');
  });

  const table = (rows: number, columns: number, cell = 'x'): Block => ({
    kind: 'table',
    summary: 'A table.',
    columns: Array.from({ length: columns }, (_, i) => `c${i}`),
    rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell)),
  });

  it('tables: 100 rows with the head, 20 columns, 10,000 characters', () => {
    const drawn = (block: Block) => {
      const { blocks } = render(of(block));
      return { rows: blocks[0]?.['rows'], more: JSON.stringify(blocks.slice(1)) };
    };
    expect(drawn(table(99, 2)).rows).toHaveLength(100);
    expect(drawn(table(99, 2)).more).toBe('[]');
    expect(drawn(table(100, 2)).rows).toHaveLength(100);
    expect(drawn(table(100, 2)).more).toContain('1 row did not fit');
    expect(drawn(table(2, 20)).rows[0]).toHaveLength(20);
    expect(drawn(table(2, 21)).rows[0]).toHaveLength(20);
    expect(drawn(table(2, 21)).more).toContain('1 column did not fit');
    expect(drawn(table(50, 2, 'x'.repeat(120))).more).toContain('9 rows did not fit');
  });

  it('one table per message; the second is written out', () => {
    const types = render(of(table(2, 2), table(2, 2))).blocks.map((b) => b['type']);
    expect(types).toEqual(['table', 'rich_text']);
  });

  const trend = (points: number, series: number): Block => ({
    kind: 'trend',
    title: 'Open findings',
    summary: 'Open findings fell from 9 to 4.',
    labels: Array.from({ length: points }, (_, i) => `day ${i}`),
    series: Array.from({ length: series }, (_, i) => ({
      name: `s${i}`,
      values: Array.from({ length: points }, (__, at) => at),
    })),
  });

  it('charts: 20 points, 6 series, two per message, then numbers', () => {
    const [chart] = render(of(trend(21, 7))).blocks;
    expect(chart?.['chart'].series).toHaveLength(6);
    expect(chart?.['chart'].axis_config.categories).toHaveLength(20);
    expect(chart?.['chart'].axis_config.categories.at(-1)).toBe('day 20');
    const types = render(of(trend(3, 1), trend(3, 1), trend(3, 1))).blocks.map((b) => b['type']);
    expect(types.filter((type) => type === 'data_visualization')).toHaveLength(2);
    expect(types).toContain('header');
  });

  it('days under a chart are short, and differ', () => {
    const block = trend(3, 1) as Extract<Block, { kind: 'trend' }>;
    const [chart] = render(of({ ...block, labels: ['2026-05-31', '2026-06-01', '2027-06-01'] })).blocks;
    expect(chart?.['chart'].axis_config.categories).toEqual(['31 May', '1 Jun', '1 Jun 3']);
  });

  it('what a chart or table says is in the text line too', () => {
    expect(render(of(trend(3, 1), table(1, 1))).text).toBe(
      'A message. Open findings fell from 9 to 4. A table.',
    );
  });

  it('refused charts and tables are written out', () => {
    const { blocks } = render(of(trend(3, 2), table(3, 2)), { charts: false, tables: false });
    expect(blocks.map((b) => b['type'])).toEqual(['header', 'rich_text', 'context', 'rich_text']);
  });
});

describe('people and times', () => {
  const person = { person: { platform: 'slack', id: 'U000000001', name: 'ann' } };

  it('a person is called only in the text of a new public message', () => {
    const message = of(
      text(['Assigned to ', person]),
      { kind: 'facts', facts: [{ label: 'Owner', value: [person] }] },
      { kind: 'note', text: ['by ', person] },
    );
    const calls = (options: RenderOptions) =>
      JSON.stringify(render(message, options)).match(/U000000001/g)?.length ?? 0;
    expect(calls({})).toBe(0);
    expect(calls({ mentions: true })).toBe(1);
    expect(JSON.stringify(render(message).blocks)).toContain('@ann');
  });

  it("times are shown in the reader's zone, with UTC for programs that cannot", () => {
    const at = { when: '2026-06-01T08:05:00.000Z', as: 'time' as const };
    const { blocks } = render(of(text(['since ', at]), { kind: 'note', text: ['since ', at] }));
    expect(JSON.stringify(blocks[0])).toContain('"timestamp":1780301100');
    expect(blocks[1]?.['elements'][0].text).toBe(
      'since <!date^1780301100^{date_short_pretty} at {time}|2026-06-01 08:05 UTC>',
    );
  });
});

it('the Home tab takes a whole message, without tables and charts', () => {
  const message = of(
    { kind: 'table', summary: 's', columns: ['a'], rows: [['1']] },
    ...Array.from({ length: 120 }, (_, i) => text(`line ${i}`)),
  );
  const { blocks } = render(message, { surface: 'home' });
  expect(viewProblems({ type: 'home', blocks }, 'home')).toEqual([]);
  expect(blocks).toHaveLength(100);
});
