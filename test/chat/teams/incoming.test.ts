import { describe, expect, it, vi } from 'vitest';
import { otherTenant, tenant } from '../../kit/teams/teams.ts';
import { plain, said, startBot } from './bot.ts';

describe('a message', () => {
  it('in the personal chat is answered there', async () => {
    const { teams, heard, answer } = await startBot();
    const chat = teams.chat(teams.ann);
    expect((await teams.say(teams.ann, chat, 'status')).status).toBe(200);
    expect(said(await answer(chat))).toContain('You said status.');
    const { id } = chat;
    expect(heard[0]).toMatchObject({
      says: 'status',
      channel: { platform: 'teams', team: tenant, id },
      actor: { platform: 'teams', team: tenant, id: teams.ann.aadObjectId, name: 'Ann', standing: 'member' },
    });
  });

  it('in a channel, with a public answer, is answered in its thread', async () => {
    const { teams, heard, answer } = await startBot();
    await teams.say(teams.ann, teams.channel, 'announce');
    const kept = await answer(teams.channel);
    const [asked] = teams.channel.messages.values();
    expect(kept.thread).toBe(asked?.id);
    expect(heard[0]?.channel).toEqual({
      platform: 'teams',
      team: tenant,
      id: teams.channel.id,
      thread: asked?.id,
    });
  });

  it('in a channel, with a private answer, is answered in the chat with the bot, and leaves the channel alone', async () => {
    const { teams, answer, ours } = await startBot();
    const chat = teams.chat(teams.ann);
    await teams.say(teams.ann, teams.channel, 'status');
    expect(said(await answer(chat))).toContain('You said status.');
    expect(ours(teams.channel)).toEqual([]);
  });

  it('in a channel, from somebody whom the bot cannot write to, is answered with a pointer only', async () => {
    const { teams, answer, ours } = await startBot();
    await teams.say(teams.ann, teams.channel, 'status');
    const kept = await answer(teams.channel);
    expect(said(kept)).toMatch(/The answer is for you alone, and I cannot write to you yet\./);
    expect(said(kept)).not.toContain('You said status.');
    expect(ours(teams.channel)).toHaveLength(1);
  });

  it('in a channel that is refused is refused in private', async () => {
    const { teams, answer, ours } = await startBot();
    const chat = teams.chat(teams.ann);
    await teams.say(teams.ann, teams.channel, 'forbidden F-7K3QX');
    expect(said(await answer(chat))).toContain('You need the role approver');
    expect(ours(teams.channel)).toEqual([]);
  });

  it('in a group chat without threads is answered there', async () => {
    const { teams, heard, answer } = await startBot();
    const group = teams.model.conversation('19:group@thread.v2', 'groupChat', [teams.ann, teams.bob]);
    await teams.say(teams.ann, group, 'announce');
    await answer(group);
    expect(heard[0]?.channel).toEqual({ platform: 'teams', team: tenant, id: group.id });
  });

  it('without words asks for help', async () => {
    const { teams, heard } = await startBot();
    await teams.say(teams.ann, teams.channel, '');
    await vi.waitFor(() => expect(heard[0]?.says).toBe('help'));
  });

  it('that is delivered four times acts once', async () => {
    const { teams, heard, answer, ours } = await startBot();
    const chat = teams.chat(teams.ann);
    const activity = teams.activity(teams.ann, chat, { text: 'status' });
    for (let i = 0; i < 4; i++) expect((await teams.deliver(activity)).status).toBe(200);
    await answer(chat);
    await teams.say(teams.ann, chat, 'findings');
    await answer(chat, 2);
    expect(ours(chat)).toHaveLength(2);
    expect(heard.map(({ says }) => says)).toEqual(['status', 'findings']);
  });

  it('of the same id in another conversation is another one', async () => {
    const { teams, heard } = await startBot();
    for (const person of [teams.ann, teams.bob])
      await teams.deliver(teams.activity(person, teams.chat(person), { id: '17', text: 'status' }));
    await vi.waitFor(() => expect(heard).toHaveLength(2));
  });

  it('that fails is answered with words, and never with silence', async () => {
    const verbs = {
      status: () => {
        throw new Error('broken');
      },
    };
    const { teams, answer } = await startBot({ verbs });
    const chat = teams.chat(teams.ann);
    await teams.say(teams.ann, chat, 'status');
    expect(said(await answer(chat))).toContain('Something went wrong on my side');
  });

  it('is answered with summaries for notifications, and the card alone for reading', async () => {
    const { teams, answer } = await startBot();
    const chat = teams.chat(teams.ann);
    await teams.say(teams.ann, chat, 'status');
    const { activity } = await answer(chat);
    expect(activity['summary']).toBe('You said status.');
    expect(activity['text']).toBeUndefined();
  });

  it('may be answered with a picture', async () => {
    const attachment = {
      name: 'key.png',
      mediaType: 'image/png',
      text: 'iVBORw0=',
      encoding: 'base64' as const,
    };
    const { teams, answer } = await startBot({ verbs: { enrol: () => plain('Scan this.', { attachment }) } });
    const chat = teams.chat(teams.ann);
    await teams.say(teams.ann, chat, 'enrol');
    const [, picture] = (await answer(chat)).activity['attachments'];
    expect(picture).toEqual({
      contentType: 'image/png',
      contentUrl: 'data:image/png;base64,iVBORw0=',
      name: 'key.png',
    });
  });

  it.each([
    [2800, 'xxxx', 'too long'],
    [2801, 'too long for Teams', 'xxxx'],
  ])('shows a document of %i characters, or tells where it is', async (length, shown, not) => {
    const attachment = { name: 'plan.txt', mediaType: 'text/plain', text: 'x'.repeat(length) };
    const { teams, answer } = await startBot({ verbs: { plan: () => plain('The plan.', { attachment }) } });
    const chat = teams.chat(teams.ann);
    await teams.say(teams.ann, chat, 'plan');
    const kept = JSON.stringify((await answer(chat)).activity);
    expect(kept).toContain(shown);
    expect(kept).not.toContain(not);
  });
});

describe('who spoke', () => {
  const rows: readonly [string, object, object, string][] = [
    ['a member', {}, {}, 'member'],
    ['a guest by role', { userRole: 'guest' }, {}, 'guest'],
    ['a guest by name', { userPrincipalName: 'ann_x.example#EXT#@clinic.example' }, {}, 'guest'],
    ['somebody anonymous', { userRole: 'anonymous' }, {}, 'stranger'],
    ['a person of another tenant', { tenantId: otherTenant }, {}, 'stranger'],
    [
      'a person of another tenant, in a shared channel',
      {},
      { channelData: { tenant: { id: otherTenant }, channel: { id: 'x' } } },
      'stranger',
    ],
    ['an account that Entra does not know', {}, { from: { id: '29:1ann-1', name: 'Ann' } }, 'stranger'],
    ['a bot', {}, { from: { id: '28:other', name: 'Other', aadObjectId: 'x' } }, 'bot'],
    ['somebody who is not in the conversation', {}, { from: { id: '29:z', aadObjectId: 'zz' } }, 'stranger'],
  ];
  it.each(rows)('%s', async (_, person, activity, standing) => {
    const { teams, heard } = await startBot({
      settings: {
        roles: {
          viewer: [],
          responder: [],
          approver: [],
          officer: ['00000000-0000-4000-8000-000000000003'],
          admin: [],
        },
      },
    });
    const cem = teams.model.person('Cem', person);
    teams.channel.members.add(cem.id);
    await teams.say(cem, teams.channel, 'announce', activity);
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]?.actor.standing).toBe(standing);
    expect(heard[0]?.actor.roles).toEqual(
      standing === 'member' ? ['viewer', 'responder', 'approver', 'officer'] : [],
    );
  });

  it('is a stranger while Teams cannot be asked', async () => {
    const { teams, heard } = await startBot();
    teams.connector.faults.push({ method: 'GET', status: 503 }, { method: 'GET', status: 503 });
    await teams.say(teams.ann, teams.chat(teams.ann), 'status');
    await vi.waitFor(() => expect(heard[0]?.actor.standing).toBe('stranger'));
  });

  it('is asked again afterwards', async () => {
    const { teams, heard } = await startBot();
    teams.connector.faults.push({ method: 'GET', status: 503 }, { method: 'GET', status: 503 });
    await teams.say(teams.ann, teams.chat(teams.ann), 'status');
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    teams.connector.faults.length = 0;
    await teams.say(teams.ann, teams.chat(teams.ann), 'status');
    await vi.waitFor(() => expect(heard[1]?.actor.standing).toBe('member'));
  });
});

describe('the bot is let in and put out', () => {
  const install = { type: 'installationUpdate', action: 'add' };
  const remove = { type: 'installationUpdate', action: 'remove' };

  it('greets once, whichever way Teams tells it, and keeps the way to it', async () => {
    const { teams, answer, ours, store, heard } = await startBot();
    const chat = teams.chat(teams.ann);
    await teams.deliver(teams.activity(teams.ann, chat, install));
    const added = { type: 'conversationUpdate', membersAdded: [{ id: teams.model.bot }] };
    await answer(chat);
    await teams.deliver(teams.activity(teams.ann, chat, added));
    await teams.deliver(teams.activity(teams.ann, chat, install));
    await teams.say(teams.ann, chat, 'status');
    await answer(chat, 2);
    expect(ours(chat)).toHaveLength(2);
    expect(heard).toHaveLength(1);
    const known = await store.conversations.withPerson('teams', tenant, teams.ann.aadObjectId);
    expect(known?.id).toBe(chat.id);
  });

  it('is not moved by others who come and go', async () => {
    const { teams, ours, store } = await startBot();
    const came = { type: 'conversationUpdate', membersAdded: [{ id: teams.bob.id }] };
    expect((await teams.deliver(teams.activity(teams.ann, teams.channel, came))).status).toBe(200);
    expect(ours(teams.channel)).toEqual([]);
    expect(await store.conversations.all('teams', tenant)).toEqual([]);
  });

  it.each([
    ['by an uninstall', remove],
    [
      'as a member',
      { type: 'conversationUpdate', membersRemoved: [{ id: '28:99999999-cccc-4ccc-8ccc-999999999999' }] },
    ],
  ])('forgets the way when it is removed %s', async (_, gone) => {
    const { teams, answer, store } = await startBot();
    await teams.deliver(teams.activity(teams.ann, teams.channel, install));
    await answer(teams.channel);
    await teams.deliver(teams.activity(teams.ann, teams.channel, gone));
    await vi.waitFor(async () => expect(await store.conversations.all('teams', tenant)).toEqual([]));
    await teams.deliver(teams.activity(teams.ann, teams.channel, install));
    await answer(teams.channel, 2);
  });

  it('answers what it does not know, and other invokes with “not here”', async () => {
    const { teams, heard } = await startBot();
    const chat = teams.chat(teams.ann);
    for (const type of ['typing', 'messageReaction', 'event', 'messageDelete'])
      expect((await teams.deliver(teams.activity(teams.ann, chat, { type }))).status).toBe(200);
    const invoke = { type: 'invoke', name: 'composeExtension/query', value: {} };
    expect((await teams.deliver(teams.activity(teams.ann, chat, invoke))).status).toBe(501);
    expect(heard).toEqual([]);
  });
});
