import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { ChatEvent, Ears } from '../../src/chat/adapter.ts';
import { denied, roleFor } from '../../src/chat/authorise.ts';
import { parse } from '../../src/chat/parse.ts';
import { createRouter } from '../../src/chat/router.ts';
import { plainOf } from '../../src/chat/views/words.ts';
import type { Command } from '../../src/command.ts';
import type { Button, Message } from '../../src/domain/message.ts';
import { type Actor, roles } from '../../src/domain/people.ts';
import { now } from './sample-findings.ts';
import { people, peopleDesk } from './sample-people.ts';
import { type SampleServices, type Samples, sampleServices } from './sample-services.ts';

export interface Heard {
  readonly message: Message;
  readonly services: SampleServices;
  readonly ears: Ears;
}

let delivery = 0;

export const event = (says: string, actor: Actor, over: Partial<ChatEvent> = {}): ChatEvent => ({
  key: `test:${++delivery}`,
  actor,
  channel: { platform: 'slack', team: 'T1', id: 'C1' },
  says,
  ...over,
});

/** A router over the sample services, which remembers deliveries and what it logged. */
export function sampleRouter(samples: Samples = {}, over: Partial<Parameters<typeof createRouter>[0]> = {}) {
  const services = sampleServices({ registry: commands, ...samples });
  const heard = new Set<string>();
  const logged: { facts: Readonly<Record<string, unknown>>; says: string }[] = [];
  const ears = createRouter({
    commands,
    services,
    deliveries: {
      async claim(key) {
        if (heard.has(key)) return false;
        heard.add(key);
        return true;
      },
    },
    log: { error: (facts, says) => logged.push({ facts, says }) },
    now: () => now,
    ...over,
  });
  return { ears, services, logged };
}

export const buttonsOf = (message: Message): readonly Button[] =>
  message.blocks.flatMap((b) => (b.kind === 'buttons' ? b.buttons : []));

/** Everything a message shows, as one text. */
export function wordsOf(message: Message): string {
  const parts: string[] = [message.text];
  for (const b of message.blocks) {
    if (b.kind === 'heading' || b.kind === 'code') parts.push(b.text);
    else if (b.kind === 'text' || b.kind === 'note') parts.push(plainOf(b.text));
    else if (b.kind === 'facts') parts.push(...b.facts.map((f) => `${f.label} ${plainOf(f.value)}`));
    else if (b.kind === 'table') parts.push(b.summary, ...b.columns, ...b.rows.flat().map(plainOf));
    else if (b.kind === 'trend') parts.push(b.title, b.summary);
    else if (b.kind === 'progress') parts.push(b.label);
    else if (b.kind === 'buttons') parts.push(...b.buttons.map((x) => x.label));
  }
  return parts.join('\n');
}

/** What holds for every message, whoever reads it. */
export function expectGoodMessage(message: Message, reader: Actor | null): void {
  expect(message.text.trim(), 'the text ends as a sentence').toMatch(/[.!?…][”’)]?$/u);
  expect(message.text).not.toMatch(/\bundefined\b|\bnull\b|\[object|NaN|\.\.(?!\.)/);
  const words = wordsOf(message);
  expect(words).not.toMatch(/\bcompliant\b|\ball clear\b/i);
  // Apart from the samples' hostile names.
  expect(words.replaceAll(/`(code|x)`/g, ''), 'commands are marked as code').not.toMatch(/`[^`\n]+`/);
  expect(message.blocks.length).toBeLessThanOrEqual(40);
  expect(message.blocks.filter((b) => b.kind === 'table').length).toBeLessThanOrEqual(1);
  for (const b of message.blocks) {
    if (b.kind === 'table') {
      expect(b.rows.length).toBeLessThanOrEqual(20);
      for (const row of b.rows) expect(row).toHaveLength(b.columns.length);
    }
    if (b.kind === 'buttons') expect(b.buttons.length).toBeLessThanOrEqual(25);
  }
  for (const button of buttonsOf(message)) {
    expect(button.label.length, button.label).toBeLessThanOrEqual(75);
    expect(button.says.length).toBeLessThanOrEqual(2000);
    if (button.asks) continue;
    const parsed = parse(button.says, commands, now);
    expect(parsed, button.says).toMatchObject({ ok: true });
    if (!parsed.ok || reader === null) continue;
    const role = roleFor(parsed.command, parsed.values);
    expect(denied(reader, parsed.command, role, peopleDesk), `may press ${button.says}`).toBeNull();
  }
}

export interface Row {
  /** The situation: "nothing open", "page beyond the last". */
  readonly name: string;
  readonly says: string;
  readonly by?: Actor;
  readonly samples?: Samples;
  readonly over?: Partial<ChatEvent>;
  /** What the message says. */
  readonly expect: RegExp | ((heard: Heard) => void | Promise<void>);
}

const byRole = {
  viewer: people.vera,
  responder: people.ann,
  approver: people.ravi,
  officer: people.olga,
  admin: people.adam,
};

/**
 * One table per command. Added unasked: every example parses to this command and is allowed to its role; whoever lacks
 * the role is refused privately and on record; guests, strangers, bots and the deactivated change nothing.
 */
export function testCommand(command: Command<any>, table: { readonly rows: readonly [Row, ...Row[]] }): void {
  describe(command.name, () => {
    test('its examples parse', () => {
      expect(command.examples.length).toBeGreaterThanOrEqual(2);
      for (const example of command.examples)
        expect(parse(example, commands, now), example).toMatchObject({
          ok: true,
          command: { name: command.name },
        });
    });

    for (const example of command.examples) {
      const parsed = parse(example, commands, now);
      if (!parsed.ok) continue;
      const needs = roleFor(parsed.command, parsed.values);
      for (const role of roles) {
        const actor = byRole[role];
        const may =
          command.open === true ||
          actor.roles.includes(needs) ||
          (command.also !== undefined && actor.roles.includes(command.also));
        test(`${may ? 'allowed' : 'refused'} to ${role}: ${example}`, async () => {
          const { ears, services } = sampleRouter();
          const message = await ears.hear(event(example, actor));
          expectGoodMessage(message, actor);
          if (may) expect(services.refused).toEqual([]);
          else {
            expect(services.refused).toMatchObject([
              { verb: command.name, because: 'role', needs, by: actor.name },
            ]);
            expect(services.done).toEqual([]);
            expect(message.visibility).toBe('sender');
            expect(message.text).toMatch(
              new RegExp(`need the role ${needs}( or [a-z]+)? to .*(has|have) it`),
            );
          }
        });
      }
      for (const actor of [people.nora, people.gus, people.sam, people.rob, people.dora]) {
        test(`${actor.standing} without rights: ${example}`, async () => {
          const { ears, services } = sampleRouter();
          const message = await ears.hear(event(example, actor));
          expect(services.done).toEqual([]);
          const banned = actor.standing === 'bot' || actor.standing === 'deactivated';
          expect(services.refused).toHaveLength(command.open && !banned ? 0 : 1);
          expect(message.visibility).toBe('sender');
        });
      }
    }

    for (const row of table.rows) {
      test(row.name, async () => {
        const actor = row.by ?? byRole[command.role];
        const { ears, services } = sampleRouter(row.samples);
        const message = await ears.hear(event(row.says, actor, row.over));
        expectGoodMessage(message, actor);
        if (row.expect instanceof RegExp) expect(wordsOf(message)).toMatch(row.expect);
        else await row.expect({ message, services, ears });
      });
    }
  });
}
