import { describe, expect, it } from 'vitest';
import type { Delivery } from '#src/chat/adapter';
import type { Channel, Message } from '#src/domain/message';
import type { Fault } from '../../kit/teams/connector.ts';
import { tenant } from '../../kit/teams/teams.ts';
import { type Bot, findingCard, plain, said, startBot } from './bot.ts';

const to = (bot: Bot, thread?: string): Channel => ({
  platform: 'teams',
  team: tenant,
  id: bot.teams.channel.id,
  ...(thread ? { thread } : {}),
});

const refIn = (delivery: Delivery) => {
  if (delivery.outcome !== 'sent' || !delivery.ref) throw new Error(JSON.stringify(delivery));
  return delivery.ref;
};

describe('post', () => {
  it('puts a card into the channel, and names it', async () => {
    const bot = await startBot();
    const ref = refIn(await bot.adapter.post(to(bot), findingCard, 'k1'));
    const kept = await bot.answer(bot.teams.channel);
    expect(ref).toEqual({ platform: 'teams', team: tenant, channel: bot.teams.channel.id, id: kept.id });
    expect(said(kept)).toContain('Finding F-7K3QX is open.');
  });

  it('puts it into a thread, and into the channel where the thread is gone', async () => {
    const bot = await startBot();
    const root = refIn(await bot.adapter.post(to(bot), findingCard, 'k1'));
    refIn(await bot.adapter.post(to(bot, root.id), plain('More.'), 'k2'));
    expect((await bot.answer(bot.teams.channel, 2)).thread).toBe(root.id);
    refIn(await bot.adapter.post(to(bot, '17'), plain('More.'), 'k3'));
    expect((await bot.answer(bot.teams.channel, 3)).thread).toBeNull();
  });

  it('speaks with a person in private, and waits where Teams does not let it', async () => {
    const bot = await startBot();
    const { ann, bob } = bot.teams;
    const chat = bot.teams.chat(ann);
    const theirs = (id: string): Channel => ({ platform: 'teams', team: tenant, id });
    const ref = refIn(await bot.adapter.post(theirs(ann.aadObjectId), plain('Your key expires.'), 'k1'));
    expect(ref.channel).toBe(chat.id);
    expect(said(await bot.answer(chat))).toContain('Your key expires.');
    expect(await bot.adapter.post(theirs(bob.aadObjectId), plain('Yours too.'), 'k2')).toMatchObject({
      outcome: 'later',
      because: expect.stringContaining('install the app for them'),
    });
  });

  it('calls the people whom it names, if they are in Teams', async () => {
    const bot = await startBot();
    const named = (platform: string, name: string) => ({ person: { platform, id: `${name}-id`, name } });
    const text = [named('teams', 'Ann'), ' and ', named('slack', 'Bob')];
    await bot.adapter.post(to(bot), { text: 'Look.', blocks: [{ kind: 'text', text }] }, 'k1');
    const { activity } = await bot.answer(bot.teams.channel);
    const card = JSON.stringify(activity);
    expect(card).toContain('<at>Ann</at>');
    expect(card).not.toContain('<at>Bob');
  });

  it('finds by its key what it posted, over a restart, and nothing else', async () => {
    const bot = await startBot();
    const ref = refIn(await bot.adapter.post(to(bot), findingCard, 'k1'));
    expect(await bot.adapter.find(to(bot), 'k1', '2026-01-01T00:00:00.000Z')).toEqual(ref);
    expect(await bot.adapter.find(to(bot), 'k2', '2026-01-01T00:00:00.000Z')).toBeNull();
  });

  it('tells that a message arrived although it could not be noted', async () => {
    const bot = await startBot();
    await bot.store.close();
    bot.store.conversations.get = async () => null;
    bot.store.conversations.all = async () => [];
    refIn(await bot.adapter.post(to(bot), findingCard, 'k1'));
    expect(bot.log.lines.map((line) => line.says)).toContain('a message arrived and could not be noted');
  });

  it('tries a plainer card where Teams refuses the first', async () => {
    const bot = await startBot();
    bot.teams.connector.faults.push({ method: 'POST', status: 413, code: 'MessageSizeTooBig' });
    refIn(await bot.adapter.post(to(bot), findingCard, 'k1'));
    expect(bot.teams.connector.calls.map((call) => call.status)).toEqual([413, 201]);
  });

  it('stays within the portable size, whatever the message holds', async () => {
    const bot = await startBot();
    const rows = Array.from({ length: 400 }, (_, i) => [`F-${i}`, 'x'.repeat(150)]);
    const big: Message = {
      text: 'Many.',
      blocks: [{ kind: 'table', summary: 'Findings.', columns: ['Id', 'What'], rows }],
    };
    refIn(await bot.adapter.post(to(bot), big, 'k1'));
    const { activity } = await bot.answer(bot.teams.channel);
    expect(JSON.stringify(activity).length * 2).toBeLessThan(28 * 1024);
  });
});

describe('update', () => {
  it('edits the message where it stands, in a thread too', async () => {
    const bot = await startBot();
    const root = refIn(await bot.adapter.post(to(bot), findingCard, 'k1'));
    const reply = refIn(await bot.adapter.post(to(bot, root.id), plain('Before.'), 'k2'));
    expect(await bot.adapter.update(reply, plain('After.'))).toEqual({ outcome: 'sent', ref: reply });
    const kept = bot.teams.channel.messages.get(reply.id);
    expect(kept && said(kept)).toContain('After.');
    expect(bot.teams.connector.calls.at(-1)?.path).toContain(encodeURIComponent(`;messageid=${root.id}`));
  });

  it('tells when the message is gone', async () => {
    const bot = await startBot();
    const ref = refIn(await bot.adapter.post(to(bot), findingCard, 'k1'));
    bot.teams.channel.messages.delete(ref.id);
    expect(await bot.adapter.update(ref, findingCard)).toEqual({ outcome: 'gone' });
  });
});

describe('what Teams answers', () => {
  const rows: readonly [string, Fault, Partial<Delivery>, Partial<Delivery>?][] = [
    ['too many, with a time', { status: 429, retryAfter: 7 }, { outcome: 'later', afterMs: 7000 }],
    ['too many, without one', { status: 429 }, { outcome: 'later', afterMs: 0 }],
    ['a precondition', { status: 412 }, { outcome: 'later', afterMs: 0 }],
    ['a bad gateway', { status: 502 }, { outcome: 'later', afterMs: 0 }],
    ['a gateway that waited', { status: 504 }, { outcome: 'later', afterMs: 0 }],
    ['an error of its own', { status: 500 }, { outcome: 'later', afterMs: 0 }],
    ['that the token is not good', { status: 401 }, { outcome: 'later', afterMs: 600_000 }],
    [
      'blocked',
      { status: 403, code: 'MessageWritesBlocked' },
      { outcome: 'refused', because: expect.stringMatching(/blocked or removed.*again\.$/) },
    ],
    [
      'not in the roster',
      { status: 403, code: 'BotNotInConversationRoster' },
      { outcome: 'refused', because: expect.stringMatching(/Add the app/) },
    ],
    [
      'forbidden',
      { status: 403, code: 'Odd' },
      { outcome: 'refused', because: expect.stringMatching(/Odd.*Add the app/) },
    ],
    [
      'not there',
      { status: 404, code: 'ConversationNotFound' },
      { outcome: 'refused', because: expect.stringMatching(/no such conversation/) },
      { outcome: 'gone' },
    ],
    [
      'a bad request',
      { status: 400, code: 'BadSyntax' },
      { outcome: 'refused', because: 'Teams refused the message (BadSyntax).' },
    ],
    [
      'that the message was deleted',
      { status: 400, code: 'MessageDeleted' },
      { outcome: 'refused' },
      { outcome: 'gone' },
    ],
  ];
  it.each(rows)('%s', async (_, fault, posted, edited = posted) => {
    const bot = await startBot();
    const ref = refIn(await bot.adapter.post(to(bot), findingCard, 'k1'));
    const before = bot.teams.connector.calls.length;
    bot.teams.connector.faults.push(fault);
    expect(await bot.adapter.post(to(bot), findingCard, 'k2')).toMatchObject(posted);
    bot.teams.connector.faults.push(fault);
    expect(await bot.adapter.update(ref, findingCard)).toMatchObject(edited);
    // The outbox is the one place that tries again.
    expect(bot.teams.connector.calls.length - before).toBe(2);
  });

  it('not at all', async () => {
    const bot = await startBot({ settings: { serviceUrl: 'http://127.0.0.1:9/' } });
    expect(await bot.adapter.post(to(bot), findingCard, 'k1')).toMatchObject({
      outcome: 'later',
      afterMs: 0,
    });
  });

  it('that the app’s secret is wrong is waited for: a person must mend it', async () => {
    const bot = await startBot({ settings: { password: 'wrong' } });
    const delivery = await bot.adapter.post(to(bot), findingCard, 'k1');
    expect(delivery).toEqual({
      outcome: 'later',
      afterMs: 600_000,
      because: 'Entra gave no token (invalid_client, AADSTS7000215).',
    });
    expect(JSON.stringify(bot.log.lines)).not.toContain('wrong');
  });

  it('is put where the conversation was last heard from', async () => {
    const bot = await startBot({ settings: { serviceUrl: 'http://127.0.0.1:9/' } });
    await bot.teams.say(bot.teams.ann, bot.teams.channel, 'announce');
    await bot.answer(bot.teams.channel);
    refIn(await bot.adapter.post(to(bot), findingCard, 'k1'));
    const other = bot.teams.model.conversation('19:other@thread.tacv2', 'channel', []);
    const ref = refIn(await bot.adapter.post({ ...to(bot), id: other.id }, findingCard, 'k2'));
    expect(ref.channel).toBe(other.id);
    expect(other.messages.has(ref.id)).toBe(true);
  });
});

describe('the app’s token', () => {
  it('is asked for once for many, and again when it is about to lapse', async () => {
    let at = Date.now();
    const bot = await startBot({ now: () => new Date(at) });
    const tokensUsed = () => new Set(bot.teams.connector.calls.map((call) => call.token));
    await Promise.all([1, 2, 3].map((n) => bot.adapter.post(to(bot), findingCard, `k${n}`)));
    expect(tokensUsed().size).toBe(1);
    at += 54 * 60_000;
    await bot.adapter.post(to(bot), findingCard, 'k4');
    expect(tokensUsed().size).toBe(1);
    at += 2 * 60_000;
    await bot.adapter.post(to(bot), findingCard, 'k5');
    expect(tokensUsed().size).toBe(2);
  });
});
