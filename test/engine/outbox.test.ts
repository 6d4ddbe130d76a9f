import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as tick } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, Message, MessageRef } from '#src/domain/message';
import type { Store } from '#src/domain/store';
import { createOutbox, type Outbox } from '#src/engine/outbox';
import type { Carrier } from '#src/engine/outbox/attempt';
import { openStore } from '#src/store/open';

type Answer = Awaited<ReturnType<Carrier['post']>>;

/** Time stands still until a test moves it; whatever is due then runs. */
function fixedClock() {
  let ms = Date.parse('2026-06-01T08:00:00.000Z');
  let timers: { at: number; work: () => void }[] = [];
  const settle = async () => {
    for (let i = 0; i < 60; i++) await tick();
  };
  return {
    now: () => new Date(ms),
    after: (wait: number, work: () => void) => {
      const timer = { at: ms + wait, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    settle,
    async pass(wait: number) {
      const until = ms + wait;
      for (;;) {
        await settle();
        const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((each) => each !== next);
        ms = Math.max(ms, next.at);
        next.work();
      }
      ms = until;
    },
  };
}

/** A chat that remembers what it was told, and answers what a test wants. */
function fakeChat(clock: ReturnType<typeof fixedClock>) {
  const posted: { at: number; channel: string; text: string; key: string; ref: MessageRef }[] = [];
  const edits: { ref: MessageRef; text: string }[] = [];
  const answers: (Answer | 'lost' | Error)[] = [];
  const gone = new Set<string>();
  let silent = false;
  const chat: Carrier & { posted: typeof posted; edits: typeof edits } = {
    name: 'slack',
    posted,
    edits,
    async post(to, message, key) {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      if (answer && answer !== 'lost') return answer;
      const ref: MessageRef = {
        platform: 'slack',
        team: to.team,
        channel: to.id,
        id: `${posted.length + 1}.0`,
      };
      posted.push({ at: clock.now().getTime(), channel: to.id, text: message.text, key, ref });
      return answer === 'lost'
        ? { outcome: 'later', afterMs: 0, because: 'reset' }
        : { outcome: 'sent', ref };
    },
    async update(ref, message) {
      const answer = answers.shift();
      if (answer && answer !== 'lost' && !(answer instanceof Error)) return answer;
      if (gone.has(ref.id)) return { outcome: 'gone' };
      edits.push({ ref, text: message.text });
      return { outcome: 'sent', ref };
    },
    async find(_to, key) {
      if (silent) throw new Error('no answer');
      return posted.find((each) => each.key === key)?.ref ?? null;
    },
  };
  return { chat, answers, gone, hush: (on: boolean) => (silent = on) };
}

const say = (text: string): Message => ({ text, blocks: [{ kind: 'text', text }] });
const channel = (id = 'C1', platform: Channel['platform'] = 'slack'): Channel => ({
  platform,
  team: 'T',
  id,
});

let folder: string;
let store: Store;
let clock: ReturnType<typeof fixedClock>;
let fake: ReturnType<typeof fakeChat>;
let outbox: Outbox;
const log = { info: () => {}, warn: () => {}, error: () => {} };
const open = (over: Partial<Parameters<typeof createOutbox>[0]> = {}) =>
  createOutbox({
    store,
    adapters: [fake.chat],
    log,
    now: clock.now,
    after: clock.after,
    random: () => 0.5,
    ...over,
  });
const add = (key: string, more: Partial<Parameters<Store['outbox']['add']>[0]> = {}) =>
  store.outbox.add({ key, channel: channel(), message: say(key), at: clock.now().toISOString(), ...more });
const texts = () => fake.chat.posted.map(({ text }) => text);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'outbox-'));
  store = await openStore(join(folder, 'hipaa.db'));
  clock = fixedClock();
  fake = fakeChat(clock);
  outbox = open();
});
afterEach(async () => {
  await outbox.stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

describe('delivery', () => {
  it('keeps the order of a channel, one a second; channels do not wait for each other', async () => {
    for (const key of ['a', 'b', 'c']) await add(key);
    await add('other', { channel: channel('C2') });
    await outbox.start();
    await clock.pass(5000);
    const at = (text: string) => fake.chat.posted.find((each) => each.text === text)?.at ?? 0;
    expect(texts().filter((text) => text !== 'other')).toEqual(['a', 'b', 'c']);
    expect([at('b') - at('a'), at('c') - at('b')]).toEqual([1000, 1000]);
    expect(at('other')).toBe(at('a'));
    expect(await outbox.depth()).toBe(0);
  });

  it('looks at once when woken', async () => {
    await outbox.start();
    await clock.pass(10);
    await add('a');
    outbox.wake();
    await clock.settle();
    expect(texts()).toEqual(['a']);
  });

  it('obeys "later", and nobody overtakes', async () => {
    fake.answers.push({ outcome: 'later', afterMs: 30_000, because: 'rate limited' });
    await add('a');
    await add('b');
    await outbox.start();
    await clock.pass(29_000);
    expect(texts()).toEqual([]);
    await clock.pass(4000);
    expect(texts()).toEqual(['a', 'b']);
  });

  it('waits longer and longer while the network is away, and loses nothing', async () => {
    fake.answers.push(
      ...Array.from({ length: 15 }, () => ({ outcome: 'later', afterMs: 0, because: 'down' }) as const),
    );
    await add('a');
    await add('b');
    await outbox.start();
    await clock.pass(3 * 60 * 60_000);
    expect(texts()).toEqual(['a', 'b']);
  });

  it('what is refused is given up, and the next one goes', async () => {
    fake.answers.push({ outcome: 'refused', because: 'is_archived' });
    await add('a');
    await add('b');
    await outbox.start();
    await clock.pass(3000);
    expect(texts()).toEqual(['b']);
    expect(await outbox.depth()).toBe(0);
  });

  it('what breaks the adapter each time does not hold up its channel for ever', async () => {
    fake.answers.push(...Array.from({ length: 12 }, () => new Error('x is undefined')));
    await add('a');
    await add('b');
    await outbox.start();
    await clock.pass(60 * 60_000);
    expect(texts()).toEqual(['b']);
  });

  it('leaves what no chat here carries to the process that does', async () => {
    await add('a', { channel: channel('t', 'terminal') });
    await add('b');
    await outbox.start();
    await clock.pass(5000);
    expect(texts()).toEqual(['b']);
    expect(await outbox.depth()).toBe(1);
  });

  it('of two loops over one store each message goes out once', async () => {
    const other = open();
    for (let i = 0; i < 10; i++) await add(`${i}`, { channel: channel(`C${i}`) });
    const send = fake.chat.post;
    // Slow enough for the other loop to see it under way.
    Object.assign(fake.chat, {
      post: async (...of: Parameters<typeof send>) => {
        await new Promise<void>((resolve) => clock.after(14_000, resolve));
        return send(...of);
      },
    });
    await outbox.start();
    await clock.pass(1500);
    await other.start();
    await clock.pass(120_000);
    await other.stop();
    expect(texts().sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });
});

describe('an answer that was lost', () => {
  it('is looked up before the message is sent again', async () => {
    fake.answers.push('lost');
    await add('a', { card: 'scan:1' });
    await outbox.start();
    await clock.pass(5000);
    expect(texts()).toEqual(['a']);
    expect(await store.outbox.refs('scan:1')).toEqual([fake.chat.posted[0]?.ref]);
    expect(await outbox.depth()).toBe(0);
  });

  it('is not sent again while nobody can tell', async () => {
    fake.answers.push('lost');
    fake.hush(true);
    await add('a');
    await outbox.start();
    await clock.pass(60 * 60_000);
    expect(texts()).toEqual(['a']);
    expect(await outbox.depth()).toBe(1);
    fake.hush(false);
    await clock.pass(5 * 60_000);
    expect(texts()).toEqual(['a']);
    expect(await outbox.depth()).toBe(0);
  });
});

describe('after a crash', () => {
  async function crashed(delivered: boolean) {
    await add('a', { card: 'scan:1' });
    await add('b');
    const [due] = await store.outbox.due(clock.now().toISOString(), 1);
    const item = await store.outbox.claim(due?.id ?? '', clock.now().toISOString());
    if (delivered && item) await fake.chat.post(item.channel, item.message, item.id);
  }

  it('what was delivered is not sent twice, and its card is known', async () => {
    await crashed(true);
    await outbox.start();
    await clock.pass(5000);
    expect(texts()).toEqual(['a', 'b']);
    expect(await store.outbox.refs('scan:1')).toHaveLength(1);
  });

  it('what was not delivered is sent, in its place, when it can no longer be on its way', async () => {
    await crashed(false);
    await outbox.start();
    await clock.pass(19_000);
    expect(texts()).toEqual([]);
    await clock.pass(5000);
    expect(texts()).toEqual(['a', 'b']);
  });

  it('while nobody can tell, it keeps its place; once somebody can, all goes on', async () => {
    await crashed(true);
    fake.hush(true);
    await outbox.start();
    await clock.pass(10 * 60_000);
    expect(texts()).toEqual(['a']);
    fake.hush(false);
    await clock.pass(60_000);
    expect(texts()).toEqual(['a', 'b']);
  });

  it('an interrupted edit is made again', async () => {
    await add('a', { card: 'scan:1' });
    await outbox.start();
    await clock.pass(2000);
    await outbox.stop();
    await store.outbox.updateCard('scan:1', say('new'), clock.now().toISOString());
    const [due] = await store.outbox.due(clock.now().toISOString(), 1);
    await store.outbox.claim(due?.id ?? '', clock.now().toISOString());
    outbox = open();
    await outbox.start();
    await clock.pass(5000);
    expect(fake.chat.edits.map(({ text }) => text)).toEqual(['new']);
    expect(texts()).toEqual(['a']);
  });
});

describe('cards', () => {
  const edit = async (text: string) => {
    await store.outbox.updateCard('scan:1', say(text), clock.now().toISOString());
    outbox.wake();
    await clock.pass(2000);
  };

  it('are edited in place', async () => {
    await add('a', { card: 'scan:1' });
    await outbox.start();
    await clock.pass(2000);
    await edit('b');
    expect(texts()).toEqual(['a']);
    expect(fake.chat.edits.map(({ text }) => text)).toEqual(['b']);
  });

  it('that were deleted are posted anew once, and then edited there', async () => {
    await add('a', { card: 'scan:1' });
    await outbox.start();
    await clock.pass(2000);
    fake.gone.add('1.0');
    await edit('b');
    await edit('c');
    expect(texts()).toEqual(['a', 'b']);
    expect(fake.chat.edits).toMatchObject([{ ref: { id: '2.0' }, text: 'c' }]);
    expect(await store.outbox.refs('scan:1')).toMatchObject([{ id: '2.0' }]);
  });

  it('deleted: the new post is not made twice when its answer is lost', async () => {
    await add('a', { card: 'scan:1' });
    await outbox.start();
    await clock.pass(2000);
    fake.gone.add('1.0');
    fake.answers.push({ outcome: 'gone' }, 'lost');
    await edit('b');
    await clock.pass(5000);
    expect(texts()).toEqual(['a', 'b']);
    expect(await store.outbox.refs('scan:1')).toMatchObject([{ id: '2.0' }]);
  });

  it('nobody has seen are not edited', async () => {
    await outbox.start();
    await add('a', { card: 'scan:9', kind: 'update' });
    await clock.pass(2000);
    expect(await outbox.depth()).toBe(0);
    expect([texts(), fake.chat.edits]).toEqual([[], []]);
  });
});

describe('trouble with the store', () => {
  it('while reading is waited out', async () => {
    let broken = true;
    const failing = { ...store, outbox: { ...store.outbox } };
    failing.outbox.due = async (at, limit) => {
      if (broken) throw new Error('disk I/O error');
      return store.outbox.due(at, limit);
    };
    outbox = open({ store: failing });
    await add('a');
    await outbox.start();
    await clock.pass(60_000);
    expect(texts()).toEqual([]);
    broken = false;
    await clock.pass(60_000);
    expect(texts()).toEqual(['a']);
  });

  it('after a delivery does not deliver again', async () => {
    let failures = 1;
    const failing = { ...store, outbox: { ...store.outbox } };
    failing.outbox.sent = async (...of) => {
      if (failures-- > 0) throw new Error('disk full');
      return store.outbox.sent(...of);
    };
    outbox = open({ store: failing });
    await add('a');
    await add('b');
    await outbox.start();
    await clock.pass(60_000);
    expect(texts()).toEqual(['a', 'b']);
    expect(await outbox.depth()).toBe(0);
  });
});

describe('the end', () => {
  it('finishes what is under way, and begins nothing more', async () => {
    let release = (_: Answer) => {};
    const slow: Carrier = { ...fake.chat, post: () => new Promise((resolve) => (release = resolve)) };
    outbox = open({ adapters: [slow] });
    await add('a');
    await add('b');
    await outbox.start();
    await clock.settle();
    let stopped = false;
    const stopping = outbox.stop().then(() => {
      stopped = true;
    });
    await clock.settle();
    expect(stopped).toBe(false);
    release({ outcome: 'sent', ref: null });
    await stopping;
    expect(await outbox.depth()).toBe(1);
    expect(await store.outbox.inDoubt()).toEqual([]);
  });

  it('drain delivers all that can be, and returns although something must wait', async () => {
    fake.answers.push({ outcome: 'later', afterMs: 3_600_000, because: 'rate limited' });
    await add('late', { channel: channel('C2') });
    for (const key of ['a', 'b']) await add(key);
    await outbox.start();
    let drained = false;
    const draining = outbox.drain().then(() => {
      drained = true;
    });
    await clock.pass(5000);
    await draining;
    expect(drained).toBe(true);
    expect(texts()).toEqual(['a', 'b']);
  });
});
