import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Attachment, Message } from '#src/domain/message';
import { buttonsOf, textOf } from '../../kit/slack/workspace.ts';
import { type Bot, fewEars, startBot } from './bot.ts';
import { hostile } from './samples.ts';

const clean = ({ workspace }: Bot) => expect(workspace.violations).toEqual([]);

async function withAnn(options: Parameters<typeof startBot>[0] = {}) {
  const bot = await startBot(options);
  const ann = bot.workspace.user('ann');
  const bob = bot.workspace.user('bob');
  const channel = bot.workspace.channel('security', [ann, bob]);
  return { ...bot, bot, ann, bob, channel };
}

describe.each(['socket', 'http'] as const)('by %s', (mode) => {
  const settings = { mode };

  it('a slash command is acknowledged at once and answered in private, with Share', async () => {
    const slow = fewEars({
      status: () => sleep(200).then(() => ({ text: 'Fine.', blocks: [{ kind: 'text', text: 'Fine.' }] })),
    });
    const { bot, ann, channel, heard } = await withAnn({ settings, ears: slow });
    const said = await ann.slash('/hipaa', 'status', { channel });
    expect(said.error).toBeUndefined();
    expect(said.ackMs).toBeLessThan(200);
    const reply = await said.reply();
    expect(reply.ephemeralTo).toBe(ann.id);
    expect(textOf(reply)).toContain('Fine.');
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['Share']);
    expect(heard).toMatchObject([
      {
        says: 'status',
        channel: { platform: 'slack', team: bot.workspace.team.id, id: channel.id },
        actor: { id: ann.id },
      },
    ]);
    clean(bot);
  });

  it('a button opens a form, mistakes are shown in it, and the answer is said as a command', async () => {
    const { bot, ann, channel, heard } = await withAnn({ settings });
    const findings = await (await ann.slash('/hipaa', 'findings', { channel })).reply();
    const pressed = await ann.click(findings, 'Acknowledge');
    expect(pressed.ackMs).toBeLessThan(1000);
    const modal = await bot.workspace.until(() => ann.modal());
    const wrong = await ann.submit(modal, { Reason: 'no' });
    expect(wrong.errors).toEqual({ reason: 'Say why, in a sentence.' });
    const right = await ann.submit(modal, { Reason: 'the "records" team is on it' });
    expect(right.action).toBe('close');
    const open = await bot.workspace.until(() => bot.workspace.messages(channel)[0]);
    expect(textOf(open)).toContain('ann acknowledged F-7K3QX.');
    expect(heard.at(-1)).toMatchObject({
      says: 'ack F-7K3QX reason:"the \\"records\\" team is on it"',
      actor: { id: ann.id },
    });
    clean(bot);
  });

  it('a delivery that comes again does nothing again', async () => {
    const { bot, ann, channel, heard } = await withAnn({ settings });
    const said = await ann.slash('/hipaa', 'findings', { channel });
    const reply = await said.reply();
    await bot.workspace.redeliver(said.delivery, { attempt: 1, reason: 'timeout' });
    const pressed = await ann.click(reply, 'Acknowledge');
    await bot.workspace.until(() => ann.modal());
    await bot.workspace.redeliver(pressed.delivery, { attempt: 1, reason: 'timeout' });
    const sent = await ann.submit(ann.modal(), { Reason: 'it is being mended' });
    await bot.workspace.redeliver(sent.delivery, { attempt: 1, reason: 'timeout' });
    const { deliveries } = await ann.tell('status');
    await bot.workspace.redeliver(deliveries[0] as never, { attempt: 1, reason: 'http_timeout' });
    await bot.workspace.until(() => heard.length === 3);
    await sleep(100);
    expect(heard.map(({ says }) => says.split(' ')[0])).toEqual(['findings', 'ack', 'status']);
    expect(said.responses).toHaveLength(1);
    expect(bot.workspace.calls('views.open')).toHaveLength(1);
    clean(bot);
  });
});

describe('requests that are not from Slack', () => {
  const wrong = [
    'wrong-secret',
    'empty-secret',
    'old-timestamp',
    'future-timestamp',
    'no-signature',
    'no-timestamp',
    'tampered-body',
    'wrong-version',
  ] as const;

  it.each(wrong)('%s: 401, and nothing is heard', async (forge) => {
    const { ann, channel, heard } = await withAnn({ settings: { mode: 'http' } });
    const said = await ann.slash('/hipaa', 'status', { channel, forge });
    expect(said.delivery.status).toBe(401);
    expect(heard).toEqual([]);
  });

  it('another path: 404', async () => {
    const { workspace, slack } = await startBot({ settings: { mode: 'http' } });
    const answer = await workspace.post('a=b', { url: `http://127.0.0.1:${slack.port()}/other` });
    expect(answer.status).toBe(404);
  });

  it("Slack's own checks of the address pass", async () => {
    const { workspace } = await startBot({ settings: { mode: 'http' } });
    expect((await workspace.sslCheck()).status).toBe(200);
    expect((await workspace.urlVerification('abc')).body).toMatchObject({ challenge: 'abc' });
  });
});

describe('private answers', () => {
  it('are shared by the one who got them, with their name, once, and then gone', async () => {
    const { bot, ann, bob, channel } = await withAnn();
    const reply = await (await ann.slash('/hipaa', 'findings', { channel })).reply();
    await ann.click(reply, 'Share');
    const shared = await bot.workspace.until(() => bot.workspace.messages(channel)[0]);
    expect(shared.ephemeralTo).toBeUndefined();
    expect(textOf(shared)).toContain(`Shared by <@${ann.id}>`);
    expect(buttonsOf(shared).map(({ label }) => label)).toEqual(['Next', 'Acknowledge']);
    await bot.workspace.until(() => ann.ephemerals(channel).length === 0);
    expect(bob.sees(channel)).toHaveLength(1);
    clean(bot);
  });

  it('turn their pages in place', async () => {
    const { bot, ann, channel } = await withAnn();
    const reply = await (await ann.slash('/hipaa', 'findings', { channel })).reply();
    await ann.click(reply, 'Next');
    await bot.workspace.until(() => textOf(reply).includes('page 2'));
    expect(ann.ephemerals(channel)).toHaveLength(1);
    await ann.click(reply, 'Next');
    await bot.workspace.until(() => textOf(reply).includes('page 3'));
    clean(bot);
  });

  it('open ones turn their pages in place, and the event names them', async () => {
    const { bot, ann, bob, channel, heard } = await withAnn();
    const reply = await (await ann.slash('/hipaa', 'findings', { channel })).reply();
    await ann.click(reply, 'Share');
    const shared = await bot.workspace.until(() => bot.workspace.messages(channel)[0]);
    await bob.click(shared, 'Next');
    await bot.workspace.until(() => textOf(shared).includes('page 2'));
    expect(bot.workspace.messages(channel)).toHaveLength(1);
    expect(bob.ephemerals(channel)).toEqual([]);
    expect(heard.at(-1)).toMatchObject({
      source: { channel: channel.id, id: shared.ts },
      channel: { thread: shared.ts },
    });
    clean(bot);
  });

  it('open ones turn also where the bot may not edit', async () => {
    const { bot, ann, channel, workspace } = await withAnn();
    const reply = await (await ann.slash('/hipaa', 'findings', { channel })).reply();
    await ann.click(reply, 'Share');
    const shared = await workspace.until(() => workspace.messages(channel)[0]);
    workspace.fault({ method: 'chat.update', error: 'cant_update_message' });
    await ann.click(shared, 'Next');
    await workspace.until(() => textOf(shared).includes('page 2'));
    expect(ann.ephemerals(channel)).toEqual([]);
    clean(bot);
  });

  it('a filter is another view of the same list, another command another answer', async () => {
    const list = (text: string) => ({
      text,
      blocks: [
        { kind: 'text' as const, text },
        {
          kind: 'buttons' as const,
          buttons: [
            { label: 'High', says: 'findings severity>=high' },
            { label: 'Show', says: 'show F-1' },
          ],
        },
      ],
      visibility: 'sender' as const,
    });
    const few = fewEars({ findings: ({ says }) => list(says), show: ({ says }) => list(says) });
    const { bot, ann, channel } = await withAnn({ ears: few });
    const reply = await (await ann.slash('/hipaa', 'findings', { channel })).reply();
    await ann.click(reply, 'High');
    await bot.workspace.until(() => textOf(reply).includes('severity&gt;=high'));
    await ann.click(reply, 'Show');
    await bot.workspace.until(() => ann.ephemerals(channel).length === 2);
    expect(textOf(reply)).toContain('severity');
    clean(bot);
  });

  it('with a Share of their own get no second one; what it opens says who asked for it', async () => {
    const few = fewEars({
      findings: ({ says }) => ({
        text: 'List.',
        blocks: [{ kind: 'buttons', buttons: [{ label: 'Share', says: 'findings --share' }] }],
        visibility: says.includes('--share') ? 'channel' : 'sender',
      }),
    });
    const { bot, ann, channel } = await withAnn({ ears: few });
    const reply = await (await ann.slash('/hipaa', 'findings', { channel })).reply();
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['Share']);
    await ann.click(reply, 'Share');
    const shared = await bot.workspace.until(() => bot.workspace.messages(channel)[0]);
    expect(textOf(shared)).toContain(`Shared by <@${ann.id}>`);
    expect(textOf(reply)).toContain('List.');
    clean(bot);
  });

  it('a refused page does not overwrite what everybody reads', async () => {
    const few = fewEars({
      findings: ({ says, actor }) =>
        says.includes('page:') && actor.name === 'bob'
          ? {
              text: 'You may not.',
              blocks: [{ kind: 'text', text: 'You may not.' }],
              visibility: 'sender',
              exit: 1,
            }
          : {
              text: 'List.',
              blocks: [{ kind: 'buttons', buttons: [{ label: 'Next', says: 'findings page:2' }] }],
              visibility: 'channel',
            },
    });
    const { bot, ann, bob, channel } = await withAnn({ ears: few });
    const open = await (await ann.slash('/hipaa', 'findings', { channel })).reply();
    expect(open.ephemeralTo).toBeUndefined();
    await bob.click(open, 'Next');
    const refused = await bot.workspace.until(() => bob.ephemerals(channel)[0]);
    expect(textOf(refused)).toContain('You may not.');
    expect(buttonsOf(refused)).toEqual([]);
    expect(open.edits).toEqual([]);
  });

  it('fall back to an ephemeral message, then to a direct one', async () => {
    const { bot, ann, channel, log, workspace } = await withAnn();
    workspace.fault({ method: 'response_url', status: 404, times: 1 });
    await ann.slash('/hipaa', 'status', { channel });
    const whispered = await workspace.until(() => ann.ephemerals(channel)[0]);
    expect(whispered.via).toBe('api');
    workspace.fault({ method: 'response_url', status: 500, times: 1 });
    workspace.fault({ method: 'chat.postEphemeral', error: 'user_not_in_channel', times: 1 });
    await ann.slash('/hipaa', 'status', { channel });
    await workspace.until(() => workspace.messages(ann.dm()).length > 0);
    const detours = () => log.lines.filter(({ says }) => says === 'a reply took a detour');
    // Written down after the message is there to be seen.
    await workspace.until(() => detours().length >= 2);
    expect(detours()).toHaveLength(2);
    expect(JSON.stringify(log.lines)).not.toContain('/commands/');
    clean(bot);
  });

  it('of a form that lay open for an hour still arrive', async () => {
    const few = fewEars({
      ack: () => ({ text: 'Noted.', blocks: [{ kind: 'text', text: 'Noted.' }], visibility: 'sender' }),
    });
    const { ann, channel, workspace } = await withAnn({ ears: few });
    const reply = await (await ann.slash('/hipaa', 'findings', { channel })).reply();
    await ann.click(reply, 'Acknowledge');
    const modal = await workspace.until(() => ann.modal());
    workspace.skip(60 * 60_000);
    await ann.submit(modal, { Reason: 'it is being mended' });
    const noted = await workspace.until(() => ann.ephemerals(channel).find(({ text }) => text === 'Noted.'));
    expect(noted.via).toBe('api');
  });

  it('that nobody takes are logged', async () => {
    const { ann, channel, log, workspace } = await withAnn();
    workspace.fault({ method: 'response_url', status: 500, times: 9 });
    workspace.fault({ method: 'chat.postEphemeral', error: 'channel_not_found', times: 9 });
    workspace.fault({ method: 'chat.postMessage', error: 'cannot_dm_bot', times: 9 });
    await ann.slash('/hipaa', 'status', { channel });
    await workspace.until(() => log.lines.some(({ says }) => says === 'a reply was lost'));
  });

  it('reach people where the bot was not invited', async () => {
    const { bot, ann, workspace } = await withAnn();
    const elsewhere = workspace.channel('elsewhere', [ann], { bot: false });
    const reply = await (await ann.slash('/hipaa', 'findings', { channel: elsewhere })).reply();
    await ann.click(reply, 'Share');
    await workspace.until(() => workspace.messages(elsewhere).length === 1);
    clean(bot);
  });

  it('blocks that Slack refuses are written out', async () => {
    const { ann, channel, workspace } = await withAnn();
    const odd = (args: Record<string, any>) => JSON.stringify(args['blocks'] ?? '').includes('"table"');
    workspace.fault({ method: 'response_url', status: 400, error: 'invalid_blocks', when: odd });
    const reply = await (await ann.slash('/hipaa', 'findings', { channel })).reply();
    expect(reply.blocks.map(({ type }) => type)).not.toContain('table');
    expect(textOf(reply)).toContain('F-1');
  });

  it('long documents come as a file by direct message, short ones in the answer', async () => {
    const few = fewEars({
      policy: ({ says }) => ({
        text: 'The policy.',
        blocks: [{ kind: 'text', text: 'The policy.' }],
        visibility: 'sender',
        attachment: {
          name: 'policy.json',
          mediaType: 'application/json',
          text: '€'.repeat(says.includes('long') ? 9000 : 200),
        },
      }),
    });
    const { bot, ann, channel, workspace } = await withAnn({ ears: few });
    const short = await (await ann.slash('/hipaa', 'policy', { channel })).reply();
    expect(textOf(short)).toContain('€€€');
    const long = await (await ann.slash('/hipaa', 'policy long', { channel })).reply();
    expect(textOf(long)).toContain('policy.json is in your messages with me.');
    const [message] = workspace.messages(ann.dm());
    expect(message?.files).toMatchObject([{ name: 'policy.json' }]);
    expect(workspace.files[0]?.content?.toString()).toBe('€'.repeat(9000));
    clean(bot);
  });

  it('a picture goes to the person alone, byte for byte, however small, and cannot be shared', async () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff, 0x0d, 0x0a]);
    const message = (attachment?: Attachment): Message => ({
      text: 'Scan this.',
      blocks: [{ kind: 'text', text: 'Scan this.' }],
      visibility: 'sender',
      ...(attachment ? { attachment, personal: true } : {}),
    });
    const few = fewEars({
      enrol: () =>
        message({
          name: 'key.png',
          mediaType: 'image/png',
          text: bytes.toString('base64'),
          encoding: 'base64',
        }),
      plain: () => message(),
    });
    const { bot, ann, channel, workspace } = await withAnn({ ears: few });
    const labels = (reply: { blocks: readonly unknown[] }) =>
      JSON.stringify(reply.blocks).match(/Share[^"]*/g);
    expect(labels(await (await ann.slash('/hipaa', 'plain', { channel })).reply())).not.toBeNull();
    const reply = await (await ann.slash('/hipaa', 'enrol', { channel })).reply();
    expect(labels(reply)).toBeNull();
    expect(textOf(reply)).toContain('key.png is in your messages with me.');
    expect(textOf(reply)).not.toContain(bytes.toString('base64'));
    expect(workspace.messages(ann.dm()).at(-1)?.files).toMatchObject([{ name: 'key.png' }]);
    expect(workspace.messages(channel).some(({ files }) => (files ?? []).length > 0)).toBe(false);
    expect(workspace.files[0]?.content).toEqual(bytes);
    clean(bot);
  });
});

describe('other ways to speak', () => {
  it('a mention is answered in private; open answers in its thread', async () => {
    const { bot, ann, channel, heard, workspace } = await withAnn();
    await ann.say(channel, `<@${workspace.bot.id}> findings`);
    await workspace.until(() => ann.ephemerals(channel).length === 1);
    const { message } = await ann.say(channel, `<@${workspace.bot.id}> ack F-7K3QX because it is planned`);
    const reply = await workspace.until(() => workspace.replies(message)[0]);
    expect(textOf(reply)).toContain('ann acknowledged');
    expect(heard.map(({ says }) => says)).toEqual(['findings', 'ack F-7K3QX because it is planned']);
    clean(bot);
  });

  it('a direct message is answered there, without Share', async () => {
    const { bot, ann, workspace } = await withAnn();
    await ann.tell('status');
    const reply = await workspace.until(() =>
      workspace.messages(ann.dm()).find(({ user }) => user === workspace.bot.id),
    );
    expect(textOf(reply)).toContain('You said status.');
    expect(buttonsOf(reply)).toEqual([]);
    clean(bot);
  });

  it('nothing said is a question for help', async () => {
    const { ann, channel, heard } = await withAnn();
    await (await ann.slash('/hipaa', '  ', { channel })).reply();
    expect(heard[0]?.says).toBe('help');
  });

  it('a reply without blocks is not shown', async () => {
    const { ann, channel, heard } = await withAnn({
      ears: fewEars({ again: () => ({ text: 'Already done.', blocks: [] }) }),
    });
    const said = await ann.slash('/hipaa', 'again', { channel });
    await ann.slash('/hipaa', 'status', { channel }).then((other) => other.reply());
    expect(heard).toHaveLength(2);
    expect(said.responses).toEqual([]);
  });

  it('the Home tab shows what is configured, and its buttons answer by direct message', async () => {
    const { bot, ann, workspace, heard } = await withAnn({ settings: { home: ['findings', 'status'] } });
    await ann.openHome();
    const home = await workspace.until(() => ann.home());
    expect(textOf(home)).toContain('You said status.');
    await ann.click(home, 'Next');
    const reply = await workspace.until(() =>
      workspace.messages(ann.dm()).find(({ text }) => text.includes('page 2')),
    );
    expect(reply.user).toBe(workspace.bot.id);
    await ann.click(home, 'Acknowledge');
    await ann.submit(await workspace.until(() => ann.modal()), { Reason: 'it is being mended' });
    await workspace.until(() => heard.at(-1)?.says.startsWith('ack'));
    expect(heard.at(-1)?.channel.id).toBe(ann.dm().id);
    clean(bot);
  });

  it('a button of an older version gets a polite word', async () => {
    const { ann, channel, workspace, slack } = await withAnn();
    await slack.post(
      { platform: 'slack', team: 'T', id: channel.id },
      { text: 'Old.', blocks: [{ kind: 'buttons', buttons: [{ label: 'Old', says: 'x' }] }] },
      'k',
    );
    const card = await workspace.until(() => workspace.messages(channel)[0]);
    for (const each of card.blocks[0]?.['elements'] ?? []) each.action_id = 'approve_v1';
    await ann.click(card, 'Old');
    const note = await workspace.until(() => ann.ephemerals(channel)[0]);
    expect(textOf(note)).toContain('older version');
  });

  it('a form that opens too late says so, and how to go on', async () => {
    const { ann, channel, workspace } = await withAnn();
    const reply = await (await ann.slash('/hipaa', 'findings', { channel })).reply();
    workspace.fault({ method: 'views.open', error: 'expired_trigger_id' });
    await ann.click(reply, 'Acknowledge');
    await workspace.until(() =>
      ann.ephemerals(channel).some((each) => textOf(each).includes('type: /hipaa ack F-7K3QX')),
    );
  });

  it('a failure inside is answered with a sentence, and logged', async () => {
    const few = fewEars({
      boom: () => {
        throw new Error('database is gone');
      },
    });
    const { ann, channel, log } = await withAnn({ ears: few });
    const reply = await (await ann.slash('/hipaa', 'boom', { channel })).reply();
    expect(textOf(reply)).toContain('Something went wrong');
    expect(textOf(reply)).not.toContain('database');
    expect(log.lines.some(({ facts }) => facts['error'] === 'database is gone')).toBe(true);
  });
});

describe('hostile words', () => {
  it.each(hostile.map((name) => [JSON.stringify(name).slice(0, 30), name]))(
    '%s reaches nobody as more than words',
    async (_, name) => {
      const few = fewEars({
        show: () => ({
          text: `Bucket ${name}`,
          blocks: [
            { kind: 'heading', text: name },
            { kind: 'text', text: ['in ', name, { code: name }] },
            { kind: 'facts', facts: [{ label: 'Name', value: name }] },
            { kind: 'table', summary: name, columns: ['Name'], rows: [[name]] },
            { kind: 'note', text: name },
            { kind: 'buttons', buttons: [{ label: name, says: 'show F-1' }] },
          ],
          visibility: 'sender',
        }),
      });
      const { bot, ann, channel, slack, workspace } = await withAnn({ ears: few });
      const reply = await (await ann.slash('/hipaa', 'show F-1', { channel })).reply();
      await ann.click(reply, 'Share');
      await workspace.until(() => workspace.messages(channel).length === 1);
      const message = await few.ears.hear({ says: 'show' } as never);
      const posted = await slack.post({ platform: 'slack', team: 'T', id: channel.id }, message, 'k');
      expect(posted.outcome).toBe('sent');
      clean(bot);
    },
  );
});
