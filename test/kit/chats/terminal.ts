import { PassThrough } from 'node:stream';
import type { ChatAdapter } from '../../../src/chat/adapter.ts';
import { createConsole } from '../../../src/chat/console/adapter.ts';
import type { Message } from '../../../src/domain/message.ts';
import type { Actor } from '../../../src/domain/people.ts';
import { people } from '../sample-people.ts';
import { until } from '../slack/until.ts';
import type { OpenChat, Who } from '../test-adapter.ts';

const here = (actor: Actor): Actor => ({ ...actor, platform: 'terminal', team: 'local' });
const seated = {
  ann: here(people.ann),
  bob: { ...here(people.bob), roles: [] },
  gus: here(people.gus),
} satisfies Record<Who, Actor>;

/** One terminal at which people take turns: who may read what stands over each message. */
export const openTerminal: OpenChat = async (ears) => {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { columns: 140, rows: 60 });
  let written = '';
  output.on('data', (chunk) => {
    written += chunk;
  });
  const console = createConsole({ input, output, people: [seated.ann, seated.bob, seated.gus] });
  const drawn = new Map<string, Message>();
  const adapter: ChatAdapter = {
    ...console,
    async post(to, message, key) {
      const delivery = await console.post(to, message, key);
      if (delivery.outcome === 'sent' && delivery.ref) drawn.set(delivery.ref.id, message);
      return delivery;
    },
  };
  await adapter.start(ears);
  const room = { platform: 'terminal', team: 'local', id: 'terminal' } as const;
  const to = (whom: RegExp) =>
    written
      .split(/^— to (?=.* —$)/m)
      .slice(1)
      .filter((text) => whom.test(text));
  let sitting: Who = 'ann';
  async function sit(who: Who): Promise<void> {
    if (who === sitting) return;
    sitting = who;
    const before = written.length;
    input.write(`as ${seated[who].name}\n`);
    await until(
      () => written.slice(before).includes(`You are ${seated[who].name} now`),
      2000,
      () => written,
    );
  }
  return {
    adapter,
    room,
    idOf: (who) => seated[who].id,
    async say(who, line) {
      await sit(who);
      input.write(`${line}\n`);
    },
    repeat: () => Promise.reject(new Error('nothing delivers a typed line again')),
    async press(who, ref, label) {
      // A number presses what was drawn last, for who sits here now: the card is drawn again.
      const message = drawn.get(ref.id);
      await sit(who);
      if (message) await console.update(ref, message);
      const numbered = [...written.matchAll(/\[(\d+)\] (\w+)/g)];
      const [, number] = numbered.findLast(([, , said]) => said === label) ?? [];
      input.write(`${number}\n`);
    },
    async fill(_who, answers) {
      input.write(
        Object.values(answers)
          .map((answer) => `${answer}\n`)
          .join(''),
      );
    },
    everybody: () => to(/^everybody/),
    alone: (who) => to(new RegExp(`^${seated[who].name} only`)),
    removed: (ref) => ({ ...ref, id: `earlier:${ref.id}` }),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    called: () => written.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/g) ?? [],
  };
};
