import { describe, expect, it } from 'vitest';
import { type RenderOptions, render } from '#src/chat/teams/render';
import type { Message } from '#src/domain/message';
import { messageProblems } from '../../kit/teams/adaptive-card/problems.ts';
import { hostile, randomMessage, seeded } from './samples.ts';

const everybody: RenderOptions = { mention: ({ id, name }) => ({ id, name }) };

/** One of every block, made of the same words. */
const madeOf = (name: string): Message => ({
  text: name,
  blocks: [
    { kind: 'heading', text: name },
    { kind: 'text', text: name },
    { kind: 'text', tone: 'critical', text: [{ bold: name }, ' ', { code: name }, { italic: name }] },
    { kind: 'text', text: ['by ', { person: { platform: 'teams', id: 'a1', name } }, name, { bold: name }] },
    { kind: 'divider' },
    {
      kind: 'facts',
      facts: [
        { label: name, value: name },
        { label: 'Bucket', value: [{ code: name }, { bold: name }] },
      ],
    },
    { kind: 'table', summary: name, columns: ['Name', name], rows: [[name, [{ code: name }]]] },
    {
      kind: 'table',
      summary: name,
      columns: [name, 'b', 'c', 'd', 'e', 'f', 'g'],
      rows: [[name, name, '', 'x']],
    },
    { kind: 'code', text: name },
    {
      kind: 'trend',
      title: name,
      summary: name,
      labels: ['2026-11-01', '2026-11-02'],
      series: [{ name, values: [1, 2] }],
    },
    { kind: 'trend', title: name, summary: name, labels: ['a', name], series: [{ name, values: [1, 2] }] },
    { kind: 'progress', done: 1, total: 2, label: name },
    { kind: 'buttons', buttons: [{ label: name, says: 'show F-1', confirm: name, style: 'danger' }] },
    { kind: 'note', text: ['in ', name] },
  ],
});

describe('whatever a message holds', () => {
  it.each(Array.from({ length: 20 }, (_, i) => i))(
    'it is a good card within the budget: seeds %i00 …',
    (hundred) => {
      for (let i = 0; i < 20; i++) {
        const seed = hundred * 100 + i;
        const options: RenderOptions = {
          ...(i % 2 === 0 ? everybody : {}),
          ...(i % 3 === 0 ? { share: 'abc' } : {}),
          ...(i % 4 === 0 ? { of: 'findings severity>=high' } : {}),
          ...(i % 5 === 0 ? { refresh: { says: 'show R-12', userIds: ['a1', 'b2'] } } : {}),
          ...(i % 7 === 0 ? { charts: false } : {}),
        };
        expect(messageProblems(render(randomMessage(seeded(seed)), options)), `seed ${seed}`).toEqual([]);
      }
    },
  );

  it.each(hostile.map((name) => [JSON.stringify(name).slice(0, 40), name]))(
    'a resource named %s',
    (_, name) => {
      expect(messageProblems(render(madeOf(name)))).toEqual([]);
      expect(messageProblems(render(madeOf(name), everybody))).toEqual([]);
      expect(messageProblems(render(madeOf(name), { charts: false, of: 'findings' }))).toEqual([]);
    },
  );
});
