import { describe, expect, it } from 'vitest';
import type { Channel, Message } from '#src/domain/message';
import { textOf } from '../../kit/slack/workspace.ts';
import { startBot } from './bot.ts';

const card = (text: string): Message => ({
  text,
  blocks: [
    { kind: 'text', text },
    { kind: 'table', summary: 'One row.', columns: ['Id'], rows: [['F-7K3QX']] },
  ],
});

async function withChannel() {
  const bot = await startBot();
  const ann = bot.workspace.user('ann');
  const channel = bot.workspace.channel('security', [ann]);
  const to: Channel = { platform: 'slack', team: bot.workspace.team.id, id: channel.id };
  return { ...bot, ann, channel, to };
}

describe('a post', () => {
  it('is one message with text, blocks and its key, and no more mentions than people', async () => {
    const { slack, workspace, channel, to, ann } = await withChannel();
    const person = { person: { platform: 'slack', id: ann.id, name: 'ann' } };
    const message: Message = {
      text: 'Assigned to ann.',
      blocks: [{ kind: 'text', text: ['Assigned to ', person] }],
    };
    const sent = await slack.post(to, message, 'key-1');
    const [posted] = workspace.messages(channel);
    expect(sent).toEqual({
      outcome: 'sent',
      ref: { platform: 'slack', team: workspace.team.id, channel: channel.id, id: posted?.ts },
    });
    expect(posted?.metadata).toEqual({ event_type: 'hipaa_outbox', event_payload: { key: 'key-1' } });
    expect(JSON.stringify(posted?.blocks)).toContain(`"user_id":"${ann.id}"`);
    expect(workspace.violations).toEqual([]);
  });

  it('goes into its thread, or into the channel when the thread is gone', async () => {
    const { slack, workspace, channel, to, ann } = await withChannel();
    const { message } = await ann.say(channel, 'hello');
    await slack.post({ ...to, thread: message.ts }, card('in the thread'), 'a');
    expect(workspace.replies(message)).toHaveLength(1);
    await slack.post({ ...to, thread: '1.000001' }, card('in the channel'), 'b');
    const last = workspace.messages(channel).at(-1);
    expect([textOf(last as never).includes('in the channel'), last?.threadTs]).toEqual([true, undefined]);
  });

  it('to a person is a direct message', async () => {
    const { slack, workspace, ann, to } = await withChannel();
    const sent = await slack.post({ ...to, id: ann.id }, card('hello'), 'a');
    expect(sent).toMatchObject({ ref: { channel: ann.dm().id } });
    expect(workspace.messages(ann.dm())).toHaveLength(1);
    expect(await slack.find({ ...to, id: ann.id }, 'a', new Date(0).toISOString())).toMatchObject({
      channel: ann.dm().id,
    });
  });

  it('with a long document has it in its thread', async () => {
    const { slack, workspace, channel, to } = await withChannel();
    const attachment = { name: 'findings.csv', mediaType: 'text/csv', text: 'a,b\n'.repeat(2000) };
    await slack.post(to, { ...card('export'), attachment }, 'a');
    const [message] = workspace.messages(channel);
    expect(workspace.replies(message as never)[0]?.files).toMatchObject([{ name: 'findings.csv' }]);
  });

  it('whose blocks are refused is sent once more without tables', async () => {
    const { slack, workspace, channel, to } = await withChannel();
    workspace.fault({ method: 'chat.postMessage', error: 'invalid_blocks' });
    expect(await slack.post(to, card('hello'), 'a')).toMatchObject({ outcome: 'sent' });
    expect(workspace.messages(channel)[0]?.blocks.map(({ type }) => type)).toEqual([
      'rich_text',
      'rich_text',
    ]);
    workspace.fault({ method: 'chat.postMessage', error: 'invalid_blocks', times: 2 });
    expect(await slack.post(to, card('hello'), 'b')).toEqual({
      outcome: 'refused',
      because: 'invalid_blocks',
    });
  });
});

describe('what came of a call', () => {
  it.each([
    [{ retryAfter: 7 }, { outcome: 'later', afterMs: 7000 }],
    [{ status: 500 }, { outcome: 'later', afterMs: 0 }],
    [{ status: 503 }, { outcome: 'later', afterMs: 0 }],
    [{ drop: 'before' as const }, { outcome: 'later', afterMs: 0 }],
    [{ drop: 'after' as const }, { outcome: 'later', afterMs: 0 }],
    [{ error: 'internal_error' }, { outcome: 'later', afterMs: 0 }],
    [
      { error: 'invalid_auth' },
      { outcome: 'later', afterMs: 600_000, because: 'the Slack app: invalid_auth' },
    ],
    [{ error: 'missing_scope' }, { outcome: 'later', afterMs: 600_000 }],
    [{ error: 'channel_not_found' }, { outcome: 'refused', because: 'channel_not_found' }],
    [{ error: 'is_archived' }, { outcome: 'refused', because: 'is_archived' }],
    [{ error: 'not_in_channel' }, { outcome: 'refused', because: 'not_in_channel' }],
    [{ error: 'something_new' }, { outcome: 'refused', because: 'something_new' }],
  ])('a post: %j', async (fault, outcome) => {
    const { slack, workspace, to, log } = await withChannel();
    workspace.fault({ method: 'chat.postMessage', ...fault });
    expect(await slack.post(to, card('hello'), 'a')).toMatchObject(outcome);
    expect(log.lines.filter(({ level }) => level !== 'info')).not.toEqual([]);
  });

  it.each([
    [{ error: 'message_not_found' }, { outcome: 'gone' }],
    [{ error: 'edit_window_closed' }, { outcome: 'gone' }],
    [{ error: 'cant_update_message' }, { outcome: 'gone' }],
    [{ retryAfter: 3 }, { outcome: 'later', afterMs: 3000 }],
    [{ error: 'channel_not_found' }, { outcome: 'refused', because: 'channel_not_found' }],
  ])('an edit: %j', async (fault, outcome) => {
    const { slack, workspace, to } = await withChannel();
    const sent = await slack.post(to, card('hello'), 'a');
    if (sent.outcome !== 'sent' || !sent.ref) throw new Error('not sent');
    workspace.fault({ method: 'chat.update', ...fault });
    expect(await slack.update(sent.ref, card('changed'))).toMatchObject(outcome);
  });
});

describe('an edit', () => {
  it('sends text and blocks, and keeps the key', async () => {
    const { slack, workspace, channel, to } = await withChannel();
    const sent = await slack.post(to, card('hello'), 'a');
    if (sent.outcome !== 'sent' || !sent.ref) throw new Error('not sent');
    expect(await slack.update(sent.ref, card('changed'))).toMatchObject({ outcome: 'sent' });
    const [message] = workspace.messages(channel);
    expect(message?.text).toContain('changed');
    expect(message?.blocks).toHaveLength(2);
    expect(message?.metadata).toBeDefined();
  });
});

describe('a delivered message is found again', () => {
  it('by its key, among others, in channel and thread, and only from then on', async () => {
    const { slack, workspace, channel, to, ann } = await withChannel();
    const since = new Date(Date.now() - 60_000).toISOString();
    for (let i = 0; i < 5; i++) await slack.post(to, card(`${i}`), `key-${i}`);
    const { message } = await ann.say(channel, 'hello');
    await slack.post({ ...to, thread: message.ts }, card('deep'), 'deep');
    const wanted = workspace.messages(channel)[2];
    expect(await slack.find(to, 'key-2', since)).toMatchObject({ channel: channel.id, id: wanted?.ts });
    expect(await slack.find({ ...to, thread: message.ts }, 'deep', since)).toMatchObject({
      channel: channel.id,
    });
    expect(await slack.find(to, 'key-9', since)).toBeNull();
    expect(await slack.find(to, 'key-2', new Date(Date.now() + 60_000).toISOString())).toBeNull();
  });

  it('cannot be told while Slack does not answer; where nothing may be read, nothing is found', async () => {
    const { slack, workspace, to, log } = await withChannel();
    workspace.fault({ method: 'conversations.history', status: 500 });
    await expect(slack.find(to, 'a', new Date(0).toISOString())).rejects.toThrow();
    workspace.fault({ method: 'conversations.history', error: 'missing_scope' });
    expect(await slack.find(to, 'a', new Date(0).toISOString())).toBeNull();
    expect(log.lines.some(({ says }) => says.includes('may come twice'))).toBe(true);
  });
});
