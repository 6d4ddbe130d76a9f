import { expect } from 'vitest';
import { render } from '../../src/chat/slack/render.ts';
import { type Reader, readable } from '../../src/chat/views/reader.ts';
import type { Message } from '../../src/domain/message.ts';
import { checks, now, production } from './sample-findings.ts';
import { peopleDesk } from './sample-people.ts';
import { blockProblems } from './slack/limits.ts';
import { channelWideMention } from './slack/message-check.ts';
import { expectGoodMessage, wordsOf } from './test-command.ts';

export const readerFor = (actor: Reader['actor'], over: Partial<Reader> = {}): Reader => ({
  actor,
  now,
  people: peopleDesk,
  nameOf: (id) => {
    const name = peopleDesk.nameOf?.(id) ?? id;
    return name === id ? readable(id) : name;
  },
  accountName: (id) => (id === production.id ? 'production' : id),
  check: (id) => checks.find((c) => c.id === id) ?? null,
  dueAt: (f) => new Date(Date.parse(f.openedAt) + 7 * 86_400_000).toISOString(),
  fixable: () => null,
  why: () => null,
  ...over,
});

/** Fits any chat, and nothing in it can move a cursor or break a row. */
export function expectFits(message: Message, actor: Reader['actor'] = null): void {
  expectGoodMessage(message, actor);
  expect(message.text.length).toBeLessThanOrEqual(12_000);
  const slack = render(message);
  expect(blockProblems(slack.blocks)).toEqual([]);
  expect(channelWideMention([slack.text, slack.blocks])).toBeUndefined();
  let visible = 0;
  for (const b of message.blocks) {
    if (b.kind === 'heading') expect(b.text.length).toBeLessThanOrEqual(150);
    const words = wordsOf({ text: '', blocks: [b] });
    visible += words.length;
    expect(words).not.toMatch(/(?![\n\t])[\p{Cc}\u202a-\u202e]/u);
    if (b.kind === 'text') expect(words.length).toBeLessThanOrEqual(3000);
    if (b.kind === 'table') {
      expect(b.summary).toMatch(/[.!?]$/);
      for (const cell of b.rows.flat())
        expect(wordsOf({ text: '', blocks: [{ kind: 'text', text: cell }] }).trim()).not.toContain('\n');
    }
  }
  expect(visible).toBeLessThanOrEqual(13_200);
}

/** Whether anything in it is coloured as a fault. */
export const isRed = (message: Message): boolean =>
  message.blocks.some((b) => b.kind === 'text' && b.tone === 'critical');
