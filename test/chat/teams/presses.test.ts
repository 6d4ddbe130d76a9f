import { describe, expect, it, vi } from 'vitest';
import type { Message } from '#src/domain/message';
import { buttonsIn, type Conversation, cardIn, type Kept, tenant, wordsIn } from '../../kit/teams/teams.ts';
import { type Bot, findingCard, plain, said, startBot } from './bot.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const messageType = 'application/vnd.microsoft.activity.message';

async function posted(bot: Bot, to: Conversation, message: Message = findingCard): Promise<Kept> {
  const channel = { platform: 'teams' as const, team: tenant, id: to.id };
  await bot.adapter.post(channel, message, `key ${Math.random()}`);
  return bot.answer(to);
}

/** A card of a finding in the channel, as an alert puts it there; Ann's chat with the bot is known. */
async function alerted(options: Parameters<typeof startBot>[0] = {}, known = true) {
  const bot = await startBot(options);
  const { teams } = bot;
  const chat = known ? teams.chat(teams.ann) : undefined;
  return { ...bot, bot, chat, card: await posted(bot, teams.channel) };
}

describe('a press in a channel', () => {
  it('with a public answer leaves the card, and answers in its thread', async () => {
    const { teams, card, answer, heard } = await alerted();
    const { status, body } = await teams.press(teams.ann, teams.channel, card, 'Open');
    expect({ status, body }).toEqual({
      status: 200,
      body: { statusCode: 200, type: messageType, value: 'Hear, hear.' },
    });
    const kept = await answer(teams.channel, 2);
    expect(kept.thread).toBe(card.id);
    expect(heard[0]).toMatchObject({
      says: 'announce F-7K3QX',
      source: { platform: 'teams', team: tenant, channel: teams.channel.id, id: card.id },
      channel: { thread: card.id },
    });
  });

  it('with a private answer sends it to the chat, and says no more than that', async () => {
    const { teams, card, chat, answer, ours } = await alerted();
    const { body } = await teams.press(teams.ann, teams.channel, card, 'Details');
    expect(body).toEqual({
      statusCode: 200,
      type: messageType,
      value: 'The answer is in your chat with me.',
    });
    expect(said(await answer(chat as Conversation))).toContain('You said show F-7K3QX.');
    expect(ours(teams.channel)).toHaveLength(1);
  });

  it('with a private answer that cannot be sent says what to do', async () => {
    const { teams, card, ours } = await alerted({}, false);
    const { body } = await teams.press(teams.ann, teams.channel, card, 'Details');
    expect(body.type).toBe(messageType);
    expect(body.value).toMatch(/I cannot write to you yet\. Add me in Teams/);
    expect(ours(teams.channel)).toHaveLength(1);
  });

  it('that is refused shows why over the same card, to who pressed', async () => {
    const { teams, card, ours } = await alerted();
    const { status, body } = await teams.press(teams.ann, teams.channel, card, 'Forbidden');
    expect(status).toBe(200);
    expect(body.type).toBe(cardType);
    expect(wordsIn(body.value)).toContain('You need the role approver to do this.');
    expect(buttonsIn(body.value).map((button) => button['title'])).toContain('Acknowledge');
    expect(card.edits).toBe(0);
    expect(ours(teams.channel)).toHaveLength(1);
  });

  it('that is refused on a card from before a restart leads back to it', async () => {
    const { teams, card, bot } = await alerted();
    const other = { ...card, id: teams.model.nextId() };
    const { body } = await bot.teams.press(teams.ann, teams.channel, other, 'Forbidden');
    expect(buttonsIn(body.value).map((button) => button['title'])).toEqual(['Show F-7K3QX']);
  });

  it('that fails shows that it failed', async () => {
    const broken = () => {
      throw new Error('broken');
    };
    const { teams, card, log } = await alerted({ verbs: { show: broken } });
    const { status, body } = await teams.press(teams.ann, teams.channel, card, 'Details');
    expect(status).toBe(200);
    expect(wordsIn(body.value)).toContain('Something went wrong on my side');
    expect(log.lines.some((line) => line.level === 'error')).toBe(true);
  });

  it('that is delivered again acts once, and is answered both times', async () => {
    const { teams, card, heard } = await alerted();
    const how = { id: 'f:17' };
    await teams.press(teams.ann, teams.channel, card, 'Open', how);
    const { status, body } = await teams.press(teams.ann, teams.channel, card, 'Open', how);
    expect({ status, value: body.value }).toEqual({ status: 200, value: 'This was already done.' });
    expect(heard).toHaveLength(1);
  });

  it('of a button that is none of ours is answered with words', async () => {
    const { teams, card, heard } = await alerted();
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', replyToId: card.id };
    for (const value of [
      {},
      { action: {} },
      { action: { verb: 'approve', data: 7 } },
      { action: { data: null } },
    ]) {
      const { status, body } = await teams.deliver(
        teams.activity(teams.ann, teams.channel, { ...invoke, value }),
      );
      expect(status).toBe(200);
      expect(body.value).toContain('This button belongs to an older version of me.');
    }
    expect(heard).toEqual([]);
  });

  it('that takes too long is answered in time, and its answer comes as a message', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const slow = async () => {
      await gate;
      return plain('Here it is.');
    };
    const { teams, card, chat, answer } = await alerted({ patienceMs: 30, verbs: { show: slow } });
    const { body } = await teams.press(teams.ann, teams.channel, card, 'Details');
    expect(body).toMatchObject({ statusCode: 200, type: messageType });
    expect(body.value).toContain('I am working on it.');
    go();
    expect(said(await answer(chat as Conversation))).toContain('Here it is.');
  });

  it('that is refused only after that is told in private', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const slow = async () => {
      await gate;
      return plain('No, you may not.', { exit: 1 });
    };
    const { teams, card, chat, answer, ours } = await alerted({ patienceMs: 30, verbs: { show: slow } });
    await teams.press(teams.ann, teams.channel, card, 'Details');
    go();
    expect(said(await answer(chat as Conversation))).toContain('No, you may not.');
    expect(ours(teams.channel)).toHaveLength(1);
  });
});

describe('a page', () => {
  it('is turned in place in the personal chat, for good', async () => {
    const { teams, answer, ours } = await startBot();
    const chat = teams.chat(teams.ann);
    await teams.say(teams.ann, chat, 'findings');
    const first = await answer(chat);
    const { body } = await teams.press(teams.ann, chat, first, 'Next');
    expect(body.type).toBe(cardType);
    expect(wordsIn(body.value)).toContain('Findings, page 2.');
    expect(first.edits).toBe(1);
    expect(said(first)).toContain('Findings, page 2.');
    expect(ours(chat)).toHaveLength(1);
  });

  it('is turned by Submit, too', async () => {
    const { teams, answer, ours } = await startBot();
    const chat = teams.chat(teams.ann);
    await teams.say(teams.ann, chat, 'findings');
    const first = await answer(chat);
    expect((await teams.press(teams.ann, chat, first, 'Next', { by: 'submit' })).body).toBeNull();
    await vi.waitFor(() => expect(said(first)).toContain('Findings, page 2.'));
    expect(ours(chat)).toHaveLength(1);
  });

  it('of a shared answer is turned for who asked for it, and for nobody else', async () => {
    const { teams, answer, ours } = await startBot();
    const chat = teams.chat(teams.ann);
    await teams.say(teams.ann, teams.channel, 'findings');
    await teams.press(teams.ann, chat, await answer(chat), 'Share');
    const shared = await answer(teams.channel);
    const { body } = await teams.press(teams.bob, teams.channel, shared, 'Next');
    expect(wordsIn(body.value)).toContain('Findings, page 2.');
    expect(said(shared)).toContain('Findings, page 1.');
    expect([shared.edits, ours(teams.channel).length]).toEqual([0, 1]);
  });

  it('comes as a new message where the old one is gone', async () => {
    const { teams, answer } = await startBot();
    const chat = teams.chat(teams.ann);
    await teams.say(teams.ann, chat, 'findings');
    const first = await answer(chat);
    teams.connector.faults.push({ method: 'PUT', status: 404 });
    const { status } = await teams.press(teams.ann, chat, first, 'Next');
    expect(status).toBe(200);
    expect(said(await answer(chat, 2))).toContain('Findings, page 2.');
  });
});

describe('a form', () => {
  const inputs = (text: string) => ({ 'answer:reason': text });

  it('takes the place of the card for who asked, and its answer brings the card back', async () => {
    const { teams, card, heard, answer } = await alerted();
    const { body: form } = await teams.press(teams.ann, teams.channel, card, 'Acknowledge');
    expect(form.type).toBe(cardType);
    expect(wordsIn(form.value)).toContain('Acknowledge a finding');
    expect(heard).toEqual([]);
    const filled = { card: form.value, inputs: inputs('we know it') };
    const { body } = await teams.press(teams.ann, teams.channel, card, 'Acknowledge', filled);
    expect(heard.map(({ says }) => says)).toEqual(['ack F-7K3QX reason:"we know it"']);
    expect(heard[0]?.source?.id).toBe(card.id);
    expect(wordsIn(body.value)).toContain('Ann acknowledged F-7K3QX.');
    expect(buttonsIn(body.value).map((button) => button['title'])).toContain('Details');
    expect((await answer(teams.channel, 2)).thread).toBe(card.id);
    expect(card.edits).toBe(0);
  });

  it('shows what is wrong, with what was typed', async () => {
    const { teams, card, heard } = await alerted();
    const { body: form } = await teams.press(teams.ann, teams.channel, card, 'Acknowledge');
    const { body } = await teams.press(teams.ann, teams.channel, card, 'Acknowledge', {
      card: form.value,
      inputs: inputs('x'),
    });
    expect(wordsIn(body.value)).toContain('Say why, in a sentence.');
    expect(JSON.stringify(body.value)).toContain('"value":"x"');
    expect(heard).toEqual([]);
  });

  it('can be left, and the card is there again', async () => {
    const { teams, card, heard } = await alerted();
    const { body: form } = await teams.press(teams.ann, teams.channel, card, 'Acknowledge');
    const { body } = await teams.press(teams.ann, teams.channel, card, 'Cancel', { card: form.value });
    expect(wordsIn(body.value)).toContain('Nothing was sent.');
    expect(buttonsIn(body.value).map((button) => button['title'])).toContain('Acknowledge');
    expect(heard).toEqual([]);
  });

  it('comes as a message of its own by Submit, and is used up', async () => {
    const { teams, card, heard, answer, ours } = await alerted();
    await teams.press(teams.ann, teams.channel, card, 'Acknowledge', { by: 'submit' });
    const form = await answer(teams.channel, 2);
    expect(said(form)).toContain('Acknowledge a finding');
    const how = { by: 'submit' as const, inputs: inputs('we know it') };
    await teams.press(teams.ann, teams.channel, form, 'Acknowledge', how);
    await vi.waitFor(() => expect(said(form)).toContain('This form was used.'));
    expect(buttonsIn(cardIn(form))).toEqual([]);
    expect(heard[0]?.source?.id).toBe(card.id);
    expect(said(ours(teams.channel).at(-1) as Kept)).toContain('Ann acknowledged F-7K3QX.');
  });

  it('by Submit with a mistake is shown again', async () => {
    const { teams, card, answer, heard } = await alerted();
    await teams.press(teams.ann, teams.channel, card, 'Acknowledge', { by: 'submit' });
    const form = await answer(teams.channel, 2);
    const how = { by: 'submit' as const, inputs: inputs('x') };
    await teams.press(teams.ann, teams.channel, form, 'Acknowledge', how);
    expect(said(await answer(teams.channel, 3))).toContain('Say why, in a sentence.');
    expect(heard).toEqual([]);
  });
});

describe('a private answer in the chat', () => {
  it('can be shared where it was asked for, once, and by who was answered', async () => {
    const { teams, answer, ours } = await startBot();
    const chat = teams.chat(teams.ann);
    await teams.say(teams.ann, teams.channel, 'status');
    const kept = await answer(chat);
    expect(ours(teams.channel)).toEqual([]);
    const { body: stolen } = await teams.press(teams.bob, teams.chat(teams.bob), kept, 'Share');
    expect(stolen.value).toContain('too old to share');
    const { body } = await teams.press(teams.ann, chat, kept, 'Share');
    expect(body.value).toBe('The answer is shared where you asked for it.');
    const shared = await answer(teams.channel);
    expect(said(shared)).toMatch(/You said status\..*Shared by Ann/);
    expect((await teams.press(teams.ann, chat, kept, 'Share')).body.value).toContain('too old to share');
    expect(ours(teams.channel)).toHaveLength(1);
  });

  it.each([
    ['a refusal', plain('No.', { exit: 1 })],
    ['a key', plain('Your key.', { personal: true })],
  ])('cannot be shared when it is %s', async (_, message) => {
    const { teams, answer } = await startBot({ verbs: { status: () => message } });
    const chat = teams.chat(teams.ann);
    await teams.say(teams.ann, teams.channel, 'status');
    expect(buttonsIn(cardIn(await answer(chat)))).toEqual([]);
  });
});

describe('a press by Submit in a channel', () => {
  it('that is refused is refused in the chat', async () => {
    const { teams, card, chat, answer, ours } = await alerted();
    await teams.press(teams.ann, teams.channel, card, 'Forbidden', { by: 'submit' });
    expect(said(await answer(chat as Conversation))).toContain('You need the role approver');
    expect(ours(teams.channel)).toHaveLength(1);
  });

  it('of an older button is told so', async () => {
    const { teams, chat, answer } = await alerted();
    const activity = teams.activity(teams.ann, teams.channel, { value: { action: 'approve' } });
    await teams.deliver(activity);
    expect(said(await answer(chat as Conversation))).toContain(
      'This button belongs to an older version of me.',
    );
  });
});

describe('a press by Submit in the personal chat', () => {
  it('is answered once', async () => {
    const bot = await startBot();
    const { teams, answer, ours } = bot;
    const chat = teams.chat(teams.ann);
    const card = await posted(bot, chat);
    await teams.press(teams.ann, chat, card, 'Details', { by: 'submit' });
    expect(said(await answer(chat, 2))).toContain('You said show F-7K3QX.');
    await teams.press(teams.ann, chat, card, 'Forbidden', { by: 'submit' });
    expect(said(await answer(chat, 3))).toContain('You need the role approver');
    await teams.press(teams.ann, chat, card, 'Open', { by: 'submit' });
    expect(said(await answer(chat, 4))).toContain('Hear, hear.');
    expect(ours(chat)).toHaveLength(4);
  });
});
