import { describe, expect, onTestFinished, test } from 'vitest';
import type { ChatAdapter, ChatEvent, Delivery, Ears } from '../../src/chat/adapter.ts';
import type { Channel, Message, MessageRef } from '../../src/domain/message.ts';
import { hostile } from '../chat/teams/samples.ts';
import { until } from './slack/until.ts';
import { sampleRouter } from './test-command.ts';

/** Ann is a responder, Bob has no role, and Gus is a guest whom the configuration names responder. */
export type Who = 'ann' | 'bob' | 'gus';

/** A chat with people in it, and the real adapter before it. */
export interface Chat {
  readonly adapter: ChatAdapter;
  /** Where everybody reads, and where people speak to the bot. */
  readonly room: Channel;
  idOf(who: Who): string;
  say(who: Who, line: string): Promise<void>;
  /** What was delivered last is delivered once more. */
  repeat(): Promise<void>;
  press(who: Who, ref: MessageRef, label: string): Promise<void>;
  /** Fills the form that the pressed button opened, by the names of its fields in their order. */
  fill(who: Who, answers: Readonly<Record<string, string>>): Promise<void>;
  /** Each message of the bot that everybody in the room reads, as it reads now. */
  everybody(): readonly string[];
  /** What this person alone reads. */
  alone(who: Who): readonly string[];
  /** A message that is no longer there, made of one that is. */
  removed(ref: MessageRef): MessageRef;
  /** The ids that the platform would call, or what else a text must never do. */
  called(): readonly string[];
}

/** What a platform may be unable to do. Each is skipped under its reason. */
export type Lack = 'repeats' | 'edits' | 'mentions';

export type OpenChat = (ears: Ears) => Promise<Chat>;

const card = (text: string, more: Message['blocks'] = []): Message => ({
  text,
  blocks: [{ kind: 'text', text }, ...more],
});
const finding = card('Finding F-7K3QX is open.', [
  {
    kind: 'buttons',
    buttons: [
      { label: 'Details', says: 'show F-7K3QX' },
      { label: 'Acknowledge', says: 'ack F-7K3QX', asks: true },
    ],
  },
]);

const refOf = (delivery: Delivery): MessageRef => {
  if (delivery.outcome !== 'sent' || !delivery.ref) throw new Error(`not sent: ${JSON.stringify(delivery)}`);
  return delivery.ref;
};

/** What every chat owes the router and the outbox. */
export function testAdapter(
  name: string,
  open: OpenChat,
  lacks: Readonly<Partial<Record<Lack, string>>> = {},
): void {
  const unless = (lack: Lack, says: string, run: () => Promise<void>) =>
    lacks[lack] === undefined ? test(says, run) : test.skip(`${says} (${lacks[lack]})`);

  async function begin() {
    const { ears, services } = sampleRouter();
    const heard: ChatEvent[] = [];
    const listening: Ears = {
      ...ears,
      hear: (event) => {
        heard.push(event);
        return ears.hear(event);
      },
    };
    const chat = await open(listening);
    onTestFinished(() => chat.adapter.stop());
    const seen = () => JSON.stringify({ heard, all: chat.everybody(), ann: chat.alone('ann') }, null, 1);
    const wait = <T>(look: () => T) => until(look, 5000, seen);
    /** A word of Bob's that is answered is later than all that was under way. */
    async function settled(): Promise<void> {
      const before = chat.alone('bob').length;
      await chat.say('bob', 'whoami');
      await wait(() => chat.alone('bob').length > before);
    }
    return {
      chat,
      heard,
      services,
      wait,
      settled,
      post: async (m: Message) => refOf(await chat.adapter.post(chat.room, m, `key-${m.text}`)),
    };
  }
  const lines = (heard: readonly ChatEvent[]) => heard.filter((e) => e.says !== 'whoami').map((e) => e.says);

  describe(name, () => {
    test('a line is one event with its actor, its channel and a key of its own', async () => {
      const { chat, heard, wait } = await begin();
      for (const n of [1, 2]) {
        await chat.say('ann', 'findings severity>=high');
        await wait(() => heard.length === n);
      }
      const { platform, team, id } = chat.room;
      expect(heard[0]).toMatchObject({
        says: 'findings severity>=high',
        channel: { platform, team, id },
        actor: { platform, team, id: chat.idOf('ann'), standing: 'member' },
      });
      expect(heard[0]?.actor.roles).toContain('responder');
      expect(heard[0]?.key).toBeTruthy();
      expect(new Set(heard.map((e) => e.key)).size).toBe(2);
    });

    unless('repeats', 'what is delivered again acts once', async () => {
      const { chat, services, wait, settled } = await begin();
      await chat.say('ann', 'ack F-7K3QX 7d because the vendor mends it');
      await wait(() => services.done.length === 1);
      await chat.repeat();
      await chat.repeat();
      await settled();
      expect(services.done).toHaveLength(1);
      await chat.say('ann', 'ack F-7K3QX 7d because the vendor mends it');
      await wait(() => services.done.length === 2);
    });

    unless('repeats', 'a form that is delivered again acts once', async () => {
      const { chat, services, wait, settled, post } = await begin();
      const ref = await post(finding);
      await chat.press('ann', ref, 'Acknowledge');
      await chat.fill('ann', { for: '2d', reason: 'the vendor mends it' });
      await wait(() => services.done.length === 1);
      await chat.repeat();
      await settled();
      expect(services.done).toHaveLength(1);
    });

    test('a private answer reaches only who asked', async () => {
      const { chat, wait, settled } = await begin();
      await chat.say('ann', 'findings');
      await wait(() => chat.alone('ann').some((text) => /open findings/.test(text)));
      await settled();
      expect([...chat.alone('bob'), ...chat.everybody()].join()).not.toMatch(/open findings/);
    });

    test('a public post is read by everybody, and gives a ref', async () => {
      const { chat, post } = await begin();
      const { platform, team, id: channel } = chat.room;
      const [one, two] = [await post(finding), await post(card('Another one.'))];
      expect(one).toMatchObject({ platform, team, channel });
      expect(one.id).not.toBe(two.id);
      expect(chat.everybody()).toHaveLength(2);
      expect(chat.everybody()[0]).toContain('Finding F-7K3QX is open.');
    });

    unless('edits', 'an update edits the same message in place', async () => {
      const { chat, post } = await begin();
      const [ref] = [await post(finding), await post(card('Another one.'))];
      expect(await chat.adapter.update(ref, card('It is fixed.'))).toEqual({ outcome: 'sent', ref });
      expect(chat.everybody()).toHaveLength(2);
      expect(chat.everybody()[0]).toContain('It is fixed.');
      expect(chat.everybody()[0]).not.toContain('is open');
    });

    test('an update of a message that is no longer there says so', async () => {
      const { chat, post } = await begin();
      const ref = await post(finding);
      expect(await chat.adapter.update(ref, finding)).toMatchObject({ outcome: 'sent' });
      expect(await chat.adapter.update(chat.removed(ref), finding)).toEqual({ outcome: 'gone' });
    });

    test('a pressed button says its command, and on which message', async () => {
      const { chat, heard, wait, post } = await begin();
      const ref = await post(finding);
      await chat.press('ann', ref, 'Details');
      await wait(() => chat.alone('ann').some((text) => text.includes('clinic-')));
      expect(heard).toMatchObject([{ says: 'show F-7K3QX', source: ref, actor: { id: chat.idOf('ann') } }]);
    });

    test('a form is offered, and its answers arrive as one line', async () => {
      const { chat, heard, services, wait, post } = await begin();
      const ref = await post(finding);
      await chat.press('ann', ref, 'Acknowledge');
      await chat.fill('ann', { for: '2d', reason: 'the "records" team is on it' });
      await wait(() => services.done.length === 1);
      expect(lines(heard)).toEqual(['ack F-7K3QX for:"2d" reason:"the \\"records\\" team is on it"']);
      expect(heard[0]?.actor.id).toBe(chat.idOf('ann'));
    });

    test('a guest changes nothing, by no means', async () => {
      const { chat, services, wait, post } = await begin();
      const ref = await post(finding);
      await chat.say('gus', 'ack F-7K3QX 7d because I can');
      await wait(() => services.refused.length === 1 && chat.alone('gus').length === 1);
      await chat.press('gus', ref, 'Acknowledge');
      await chat.fill('gus', { for: '2d', reason: 'I would like to' });
      await wait(() => services.refused.length === 2);
      expect(services.done).toEqual([]);
      expect(chat.everybody().join()).not.toMatch(/acknowledged/);
      await chat.say('ann', 'ack F-7K3QX 7d because I may');
      await wait(() => services.done.length === 1);
    });

    test('what was posted with a key is found by it, and nothing else is', async () => {
      const { chat, post } = await begin();
      const since = new Date(Date.now() - 60_000).toISOString();
      const refs = [await post(card('One.')), await post(card('Two.'))];
      expect(await chat.adapter.find(chat.room, 'key-One.', since)).toEqual(refs[0]);
      expect(await chat.adapter.find(chat.room, 'key-Two.', since)).toEqual(refs[1]);
      expect(await chat.adapter.find(chat.room, 'key-Three.', since)).toBeNull();
    });

    test('hostile text calls nobody and moves nothing', async () => {
      const { chat } = await begin();
      const names = [...hostile, '<!channel>', '<!here>', `<@${chat.idOf('bob')}>`, '@everyone'];
      for (const [n, said] of names.entries()) {
        const [cell, bold] = [said.slice(0, 200), { bold: said }];
        const message: Message = {
          text: `Said was ${cell}.`,
          blocks: [
            { kind: 'heading', text: cell },
            { kind: 'text', text: ['Said was ', said, bold, { code: cell }] },
            { kind: 'facts', facts: [{ label: cell, value: cell }] },
            { kind: 'table', summary: cell, columns: ['Name'], rows: [[cell]] },
            { kind: 'note', text: cell },
          ],
        };
        refOf(await chat.adapter.post(chat.room, message, `hostile-${n}`));
      }
      expect(chat.called()).toEqual([]);
    });

    unless('mentions', 'a person is called, once and by id', async () => {
      const { chat, post } = await begin();
      const person = { platform: chat.room.platform, id: chat.idOf('bob'), name: 'Bob' };
      await post({ text: 'For Bob.', blocks: [{ kind: 'text', text: ['For ', { person }] }] });
      expect(chat.called()).toEqual([chat.idOf('bob')]);
    });

    test('once stopped it hears nothing more', async () => {
      const { chat, heard, wait } = await begin();
      await chat.say('ann', 'whoami');
      await wait(() => chat.alone('ann').length === 1);
      expect(chat.adapter.healthy()).toBe(true);
      await chat.adapter.stop();
      await chat.say('ann', 'whoami').catch(() => {});
      expect(heard).toHaveLength(1);
      await chat.adapter.stop();
    });
  });
}
