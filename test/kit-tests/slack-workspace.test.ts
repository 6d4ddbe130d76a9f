import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import {
  buttonsOf,
  startWorkspace,
  textOf,
  type Workspace,
  type WorkspaceOptions,
} from '../kit/slack/workspace.ts';

const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => LogLevel.ERROR,
};

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function workspaceWith(options: WorkspaceOptions = {}) {
  const workspace = await startWorkspace(options);
  open.push(workspace.stop);
  const ann = workspace.user('ann', { isAdmin: true });
  const bob = workspace.user('bob');
  const channel = workspace.channel('compliance', [ann, bob]);
  return { workspace, ann, bob, channel, client: clientFor(workspace) };
}

function clientFor(workspace: Workspace, token = workspace.botToken) {
  return new WebClient(token, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent,
  });
}

async function socketBot(workspace: Workspace, teach: (app: App) => void, clientPingTimeout = 5000) {
  const clientOptions = { slackApiUrl: workspace.apiUrl };
  const receiver = new SocketModeReceiver({
    appToken: workspace.appToken,
    // The client also waits this long before it reconnects.
    clientPingTimeout,
    logger: silent,
    installerOptions: { clientOptions },
  });
  const app = new App({ token: workspace.botToken, receiver, clientOptions, logger: silent });
  teach(app);
  await app.start();
  open.push(() => app.stop());
  await workspace.connected();
  return app;
}

async function httpBot(workspace: Workspace, teach: (app: App) => void) {
  const receiver = new HTTPReceiver({ signingSecret: workspace.signingSecret, logger: silent });
  const app = new App({
    token: workspace.botToken,
    receiver,
    clientOptions: { slackApiUrl: workspace.apiUrl },
    logger: silent,
  });
  teach(app);
  const server = (await app.start(0)) as Server;
  open.push(() => app.stop());
  workspace.deliverTo({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` });
}

/** What Slack answered, refusals too. */
async function answer(call: Promise<unknown>): Promise<any> {
  try {
    return await call;
  } catch (failure) {
    return (failure as { data?: unknown }).data ?? failure;
  }
}

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const button = (label: string, action_id: string, more: object = {}) => ({
  type: 'button',
  text: { type: 'plain_text', text: label },
  action_id,
  value: 'finding-1',
  ...more,
});
const card = [section('*Bucket is public*'), { type: 'actions', elements: [button('Acknowledge', 'ack')] }];
const modal = {
  type: 'modal' as const,
  callback_id: 'ack-form',
  title: { type: 'plain_text' as const, text: 'Acknowledge' },
  submit: { type: 'plain_text' as const, text: 'Save' },
  notify_on_close: true,
  blocks: [
    {
      type: 'input',
      block_id: 'reason',
      label: { type: 'plain_text', text: 'Reason' },
      element: { type: 'plain_text_input', action_id: 'text', min_length: 3 },
    },
    {
      type: 'input',
      block_id: 'until',
      optional: true,
      label: { type: 'plain_text', text: 'Until' },
      element: {
        type: 'static_select',
        action_id: 'days',
        options: [{ text: { type: 'plain_text', text: '30 days' }, value: '30' }],
      },
    },
  ],
};

describe('Socket Mode with the real Bolt app', () => {
  it('a slash command is acknowledged, answered by response_url, and its card can be clicked', async () => {
    const { workspace, ann, bob, channel } = await workspaceWith();
    await socketBot(workspace, (app) => {
      app.command('/hipaa', async ({ ack, respond, say, command }) => {
        await ack();
        await respond({ text: `scanning for ${command.text}` });
        await say({ text: 'Bucket is public', blocks: card });
      });
      app.action('ack', async ({ ack, respond, body, action }) => {
        await ack();
        const value = 'value' in action ? action.value : '';
        await respond({ text: `${value} taken by <@${body.user.id}>`, replace_original: true });
      });
    });
    const reaction = await ann.slash('/hipaa', 'prod', { channel });
    expect(reaction.ackMs).toBeLessThan(1000);
    expect((await reaction.reply()).text).toBe('scanning for prod');
    expect(ann.ephemerals(channel).map(textOf)).toEqual(['scanning for prod']);
    expect(bob.ephemerals(channel)).toEqual([]);

    const posted = await workspace.until(() => workspace.messages(channel)[0]);
    expect(buttonsOf(posted)[0]).toMatchObject({ label: 'Acknowledge', value: 'finding-1' });
    await expect(bob.click(posted, 'Delete everything')).rejects.toThrow(/there is: Acknowledge/);
    const clicked = await bob.click(posted, 'acknowledge');
    await clicked.reply();
    expect(posted).toMatchObject({ text: `finding-1 taken by <@${bob.id}>`, blocks: [] });
    expect(posted.edits).toHaveLength(1);
    expect(workspace.violations).toEqual([]);
    expect(workspace.deliveries.map((each) => each.outcome)).toEqual(['acked', 'acked']);
  });

  it('a modal opens within its trigger, checks its form, and is refused when late or used', async () => {
    const { workspace, ann, channel } = await workspaceWith();
    const refusals: string[] = [];
    const saved: unknown[] = [];
    await socketBot(workspace, (app) => {
      const tryOpen = async (trigger_id: string) => {
        const said = await answer(app.client.views.open({ trigger_id, view: modal }));
        if (!said.ok) refusals.push(said.error);
      };
      app.command('/hipaa', async ({ ack, command }) => {
        await ack();
        if (command.text === 'late') workspace.skip(3001);
        await tryOpen(command.trigger_id);
        if (command.text === 'twice') await tryOpen(command.trigger_id);
      });
      app.view('ack-form', async ({ ack, view }) => {
        const reason = view.state.values['reason']?.['text']?.value ?? '';
        if (reason === 'because') return ack({ response_action: 'errors', errors: { reason: 'Say why' } });
        saved.push(view.state.values);
        return ack();
      });
      app.view({ callback_id: 'ack-form', type: 'view_closed' }, async ({ ack }) => {
        saved.push('closed');
        await ack();
      });
    });
    await ann.slash('/hipaa', 'late', { channel });
    await workspace.until(() => refusals.length === 1);
    expect(ann.modal()).toBeUndefined();
    await ann.slash('/hipaa', 'twice', { channel });
    await workspace.until(() => refusals.length === 2);
    expect(refusals).toEqual(['expired_trigger_id', 'exchanged_trigger_id']);

    await expect(ann.submit(ann.modal(), {})).rejects.toThrow('"Reason" is required');
    await expect(ann.submit(ann.modal(), { Reason: 'no' })).rejects.toThrow('3 to 3000');
    const wrong = await ann.submit(ann.modal(), { Reason: 'because' });
    expect(wrong).toMatchObject({ action: 'errors', errors: { reason: 'Say why' } });
    const right = await ann.submit(ann.modal(), { reason: 'Test data only', Until: '30 days' });
    expect(right).toMatchObject({ action: 'close', view: undefined });
    expect(saved).toMatchObject([
      {
        reason: { text: { type: 'plain_text_input', value: 'Test data only' } },
        until: { days: { type: 'static_select', selected_option: { value: '30' } } },
      },
    ]);
    await ann.slash('/hipaa', '', { channel });
    await workspace.until(() => ann.modal());
    await ann.close();
    await workspace.until(() => saved.includes('closed'));
  });

  it('an envelope nobody acknowledged, or delivered twice, runs the handler again', async () => {
    const { workspace, ann, channel } = await workspaceWith({ clockScale: 10 });
    const seen: (number | undefined)[] = [];
    await socketBot(workspace, (app) => {
      app.command('/hipaa', async ({ ack, context }) => {
        seen.push(context.retryNum);
        if (seen.length > 1) await ack();
      });
      app.event('app_mention', async ({ event, say }) => {
        await say({ text: 'Yes?', thread_ts: event.ts });
      });
    });
    const slow = await ann.slash('/hipaa', 'scan', { channel });
    expect(slow).toMatchObject({ ackMs: Number.POSITIVE_INFINITY, error: 'operation_timeout' });
    await workspace.until(() => workspace.deliveries[1]?.outcome === 'acked');
    expect(seen).toEqual([undefined, 1]);
    expect(workspace.deliveries[1]).toMatchObject({ id: slow.delivery.id, attempt: 1, reason: 'timeout' });
    await workspace.redeliver(slow.delivery);
    expect(seen).toEqual([undefined, 1, undefined]);

    const { message } = await ann.say(channel, `<@${workspace.bot.id}> status & <b>?`);
    expect(message.text).toBe(`<@${workspace.bot.id}> status &amp; &lt;b&gt;?`);
    await workspace.until(() => workspace.replies(message).length === 1);
  });

  it('the bot comes back after disconnect, after cut sockets and after Slack was down', async () => {
    const { workspace, ann, channel } = await workspaceWith();
    await socketBot(
      workspace,
      (app) => {
        app.command('/hipaa', async ({ ack }) => ack('here'));
      },
      800,
    );
    const gone = () => workspace.until(() => workspace.sockets() === 0);
    workspace.disconnect();
    await gone();
    expect((await ann.slash('/hipaa', '', { channel })).error).toBe('dispatch_failed');
    await workspace.connected();
    workspace.cutSockets();
    await gone();
    await workspace.connected();
    await workspace.goDown();
    await expect(fetch(workspace.apiUrl)).rejects.toThrow();
    await workspace.comeUp();
    await workspace.connected();
    const back = await ann.slash('/hipaa', '', { channel });
    expect((await back.reply()).text).toBe('here');
    expect(workspace.calls('apps.connections.open').length).toBeGreaterThanOrEqual(4);
  });

  it('modals are updated, pushed and guarded by their hash', async () => {
    const { workspace, ann, channel } = await workspaceWith();
    const titled = (text: string) => ({ ...modal, title: { type: 'plain_text' as const, text } });
    await socketBot(workspace, (app) => {
      app.command('/hipaa', async ({ ack, command, client }) => {
        await ack();
        const opened = await client.views.open({ trigger_id: command.trigger_id, view: titled('Loading') });
        const update = (title: string) =>
          answer(
            client.views.update({
              view_id: opened.view?.id as string,
              hash: opened.view?.hash as string,
              view: titled(title),
            }),
          );
        await update('Loaded');
        await update('Too late');
      });
      app.view('ack-form', async ({ ack, view }) => {
        const step = view.title.text;
        if (step === 'Loaded') await ack({ response_action: 'update', view: titled('Second') });
        else if (step === 'Second') await ack({ response_action: 'push', view: titled('Third') });
        else await ack({ response_action: 'clear' });
      });
    });
    await ann.slash('/hipaa', '', { channel });
    await workspace.until(() => workspace.calls('views.update').length === 2);
    expect(workspace.calls('views.update').map((call) => call.response['error'])).toEqual([
      undefined,
      'hash_conflict',
    ]);
    const steps = [];
    for (let step = 1; step <= 3; step += 1) {
      const done = await ann.submit(ann.modal(), step === 2 ? {} : { Reason: 'Test data' });
      steps.push([done.action, done.view?.body['title'].text]);
    }
    expect(steps).toEqual([
      ['update', 'Second'],
      ['push', 'Third'],
      ['clear', undefined],
    ]);
  });

  it('an ephemeral card is for one person, comes back without its message, and can delete itself', async () => {
    const { workspace, ann, bob, channel, client } = await workspaceWith();
    const bodies: any[] = [];
    await socketBot(workspace, (app) => {
      app.action('ack', async ({ ack, respond, body }) => {
        bodies.push(body);
        await ack();
        await respond({ delete_original: true });
      });
    });
    const shown = { channel: channel.id, user: ann.id, text: 'Bucket is public', blocks: card };
    const posted = await client.chat.postEphemeral(shown as never);
    const [only] = ann.ephemerals(channel);
    if (!only) throw new Error('nothing shown');
    expect(workspace.messages(channel)).toEqual([]);
    const change = client.chat.update({ channel: channel.id, ts: posted.message_ts as string, text: 'a' });
    expect(await answer(change)).toMatchObject({ error: 'message_not_found' });
    await expect(bob.click(only, 'ack')).rejects.toThrow("another person's");
    await ann.click(only, 'ack');
    await workspace.until(() => ann.ephemerals(channel).length === 0);
    expect(bodies[0]).toMatchObject({ container: { is_ephemeral: true }, user: { id: ann.id } });
    expect(bodies[0].message).toBeUndefined();
  });

  it('an event that found no socket comes again', async () => {
    const { workspace, ann, channel } = await workspaceWith({ retryDelaysMs: [300] });
    await ann.say(channel, `<@${workspace.bot.id}> are you there?`);
    const numbers: unknown[] = [];
    await socketBot(workspace, (app) => {
      app.event('app_mention', async ({ context }) => {
        numbers.push(context.retryNum);
      });
    });
    await workspace.until(() => numbers.length === 1);
    expect(numbers).toEqual([1]);
  });

  it('the home tab and a DM reach the app', async () => {
    const { workspace, ann } = await workspaceWith();
    await socketBot(workspace, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({
          user_id: event.user,
          view: { type: 'home', blocks: [section('Score 81')] },
        });
      });
      app.message('hello', async ({ say }) => {
        await say('Hello');
      });
    });
    await ann.openHome();
    const home = await workspace.until(() => ann.home());
    expect(textOf(home)).toContain('Score 81');
    await ann.tell('hello');
    await workspace.until(() => workspace.messages(ann.dm()).length === 2);
  });
});

describe('signed HTTP with the real Bolt app', () => {
  it('takes Slack and refuses every forger', async () => {
    const { workspace, ann, channel } = await workspaceWith();
    let handled = 0;
    await httpBot(workspace, (app) => {
      app.command('/hipaa', async ({ ack, respond }) => {
        handled += 1;
        await ack();
        await respond('done');
      });
    });
    const good = await ann.slash('/hipaa', 'scan', { channel });
    expect(good.delivery).toMatchObject({ via: 'http', status: 200, outcome: 'acked' });
    expect((await good.reply()).text).toBe('done');
    const forgeries = [
      'wrong-secret',
      'empty-secret',
      'old-timestamp',
      'no-signature',
      'no-timestamp',
      'tampered-body',
      'wrong-version',
    ] as const;
    for (const forge of forgeries) {
      const forged = await ann.slash('/hipaa', 'scan', { channel, forge });
      expect([forge, forged.delivery.status]).toEqual([forge, 401]);
    }
    expect(handled).toBe(1);
    await workspace.redeliver(good.delivery, { attempt: 1, reason: 'http_timeout' });
    expect(handled).toBe(2);
    expect((await workspace.sslCheck()).status).toBe(200);
    expect(await workspace.urlVerification('abc')).toMatchObject({ status: 200, body: { challenge: 'abc' } });
  });
});

describe('HTTP retries', () => {
  it('an event answered 500 comes again with its number and reason, a command does not', async () => {
    const { workspace, ann, channel } = await workspaceWith({ retryDelaysMs: [0, 10] });
    const heard: unknown[] = [];
    const server = createServer((request, response) => {
      heard.push([request.headers['x-slack-retry-num'], request.headers['x-slack-retry-reason']]);
      response.writeHead(heard.length < 3 ? 500 : 200).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push(async () => server.close());
    workspace.deliverTo({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    await ann.say(channel, `<@${workspace.bot.id}> hello`);
    await workspace.until(() => workspace.deliveries.at(-1)?.outcome === 'acked');
    expect(heard).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
    ]);
    heard.length = 0;
    expect((await ann.slash('/hipaa', '', { channel })).error).toBe('http_error');
    expect(heard).toHaveLength(1);
  });
});

describe('limits', () => {
  const image = (alt: string) => ({ type: 'image', image_url: 'https://example.com/a.png', alt_text: alt });
  const plain = (text: string) => ({ type: 'plain_text', text });
  const actions = (...elements: object[]) => ({ type: 'actions', elements });
  const x = (length: number) => 'x'.repeat(length);
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, i) => make(i));
  const option = (text: string, value = text) => ({ text: plain(text), value });
  const select = (options: object[]) => actions({ type: 'static_select', action_id: 's', options });
  const cell = (text: string) => ({ type: 'raw_text', text });
  const table = (rows: number, columns: number, text = 'a') => ({
    type: 'table',
    rows: many(rows, () => many(columns, () => cell(text))),
  });
  const pie = (segments: number) => ({
    type: 'data_visualization',
    title: 'Open',
    chart: { type: 'pie', segments: many(segments, (i) => ({ label: `s${i}`, value: 1 })) },
  });
  const asked = (title: string) =>
    button('Go', 'go', { confirm: { title: plain(title), text: plain('Sure?') } });

  // Both sides of each limit: the last that passes, the first that does not, and Slack's words for it.
  const pairs: [string, object[], object[], RegExp][] = [
    ['blocks', many(50, () => section('a')), many(51, () => section('a')), /no more than 50 items/],
    [
      'section text',
      [section(x(3000))],
      [section(x(3001))],
      /less than 3001 characters .*\/blocks\/0\/text\/text/,
    ],
    ['empty section', [section('a')], [section('')], /more than 0 characters/],
    ['block type', [{ type: 'divider' }], [{ type: 'spacer' }], /unsupported type: spacer/],
    ['field name', [section('a')], [{ ...section('a'), txt: 1 }], /invalid additional property: txt/],
    ['element type', [actions(button('A', 'a'))], [actions({ type: 'knob' })], /unsupported type: knob/],
    [
      'file block',
      [image('a')],
      [{ type: 'file', source: 'remote', external_id: 'e' }],
      /unsupported type: file/,
    ],
    ['header', [{ type: 'header', text: plain(x(150)) }], [{ type: 'header', text: plain(x(151)) }], /151/],
    ['header text', [{ type: 'header', text: plain('a') }], [{ ...section('a'), type: 'header' }], /mrkdwn/],
    [
      'fields',
      [{ type: 'section', fields: many(10, () => plain(x(200))) }],
      [{ type: 'section', fields: many(11, () => plain('a')) }],
      /no more than 10 items/,
    ],
    [
      'field',
      [{ type: 'section', fields: [plain(x(2000))] }],
      [{ type: 'section', fields: [plain(x(2001))] }],
      /2001/,
    ],
    [
      'context',
      [{ type: 'context', elements: many(10, () => plain('a')) }],
      [{ type: 'context', elements: many(11, () => plain('a')) }],
      /no more than 10 items/,
    ],
    [
      'actions',
      [actions(...many(25, (i) => button('A', `a${i}`)))],
      [actions(...many(26, (i) => button('A', `a${i}`)))],
      /no more than 25 items/,
    ],
    ['button text', [actions(button(x(75), 'a'))], [actions(button(x(76), 'a'))], /less than 76/],
    [
      'button value',
      [actions(button('A', 'a', { value: x(2000) }))],
      [actions(button('A', 'a', { value: x(2001) }))],
      /less than 2001/,
    ],
    ['action id', [actions(button('A', x(255)))], [actions(button('A', x(256)))], /less than 256/],
    [
      'action ids',
      [actions(button('A', 'a'), button('B', 'b'))],
      [actions(button('A', 'a'), button('B', 'a'))],
      /action_id `a` already exists/,
    ],
    [
      'block ids',
      [
        { ...section('a'), block_id: 'one' },
        { ...section('a'), block_id: 'two' },
      ],
      [
        { ...section('a'), block_id: 'one' },
        { ...section('a'), block_id: 'one' },
      ],
      /block_id `one` already exists/,
    ],
    ['confirm', [actions(asked(x(100)))], [actions(asked(x(101)))], /less than 101/],
    [
      'options',
      [select(many(100, (i) => option(`${i}`)))],
      [select(many(101, (i) => option(`${i}`)))],
      /100 items/,
    ],
    ['option text', [select([option(x(75))])], [select([option(x(76))])], /less than 76/],
    ['option value', [select([option('a', x(150))])], [select([option('a', x(151))])], /less than 151/],
    ['alt text', [image(x(2000))], [image(x(2001))], /less than 2001/],
    ['table rows', [table(100, 2)], [table(101, 2)], /no more than 100 items/],
    ['table columns', [table(2, 20)], [table(2, 21)], /no more than 20 items/],
    ['table size', [table(10, 10, x(100))], [table(10, 10, x(101))], /less than 10001/],
    ['tables', [table(1, 1)], [table(1, 1), table(1, 1)], /only_one_table_allowed/],
    ['charts', [pie(1), pie(1)], [pie(1), pie(1), pie(1)], /no more than 2 data_visualization/],
    ['segments', [pie(6)], [pie(7)], /no more than 6 items/],
    ['markdown', [{ type: 'markdown', text: x(12_000) }], [{ type: 'markdown', text: x(12_001) }], /12001/],
  ];

  it('every limit passes at the edge and is refused beyond it', async () => {
    const { workspace, channel, client } = await workspaceWith();
    for (const [what, fits, tooMuch, words] of pairs) {
      const post = (blocks: object[]) =>
        answer(client.chat.postMessage({ channel: channel.id, text: what, blocks: blocks as never }));
      expect([what, (await post(fits)).response_metadata?.messages ?? []]).toEqual([what, []]);
      const refused = await post(tooMuch);
      expect([what, refused.error]).toEqual([what, 'invalid_blocks']);
      expect(refused.response_metadata.messages.join('\n')).toMatch(words);
    }
    const long = many(5, () => section(x(2650)));
    const sum = client.chat.postMessage({ channel: channel.id, text: 'sum', blocks: long as never });
    expect((await answer(sum)).error).toBe('msg_blocks_too_long');
    expect(workspace.messages(channel)).toHaveLength(pairs.length);
    expect(workspace.violations).toEqual([]);
  });

  it('views have limits of their own', async () => {
    const { ann, client } = await workspaceWith();
    const publish = (view: object) => answer(client.views.publish({ user_id: ann.id, view: view as never }));
    expect(await publish({ type: 'home', blocks: many(100, () => section('a')) })).toMatchObject({
      ok: true,
    });
    expect(await publish({ type: 'home', blocks: many(101, () => section('a')) })).toMatchObject({
      error: 'invalid_arguments',
    });
    const attempt = (change: object) =>
      answer(client.views.open({ trigger_id: 'none', view: { ...modal, ...change } }));
    expect(await attempt({})).toMatchObject({ error: 'invalid_trigger_id' });
    for (const change of [
      { title: plain(x(25)) },
      { submit: plain(x(25)) },
      { submit: undefined },
      { private_metadata: x(3001) },
      { blocks: [table(1, 1)] },
      { colour: 'red' },
    ])
      expect([change, (await attempt(change)).error]).toEqual([change, 'invalid_arguments']);
  });

  it('what Slack lets pass but people suffer from is written down', async () => {
    const { workspace, channel, client } = await workspaceWith();
    await client.chat.postMessage({ channel: channel.id, blocks: card } as never);
    await client.chat.postMessage({ channel: channel.id, text: 'look <!here>' });
    expect(workspace.violations.map((each) => each.kind)).toEqual([
      'blocks-without-text',
      'channel-wide-mention',
    ]);
  });
});

describe('the Web API', () => {
  it('says no in the words of Slack', async () => {
    const { workspace, ann, channel, client } = await workspaceWith({
      scopes: ['chat:write', 'channels:history'],
    });
    const elsewhere = workspace.channel('elsewhere', [ann], { bot: false });
    const hidden = workspace.channel('hidden', [ann], { bot: false, private: true });
    const { message } = await ann.say(channel, 'mine');
    const mine = await client.chat.postMessage({ channel: channel.id, text: 'bot' });
    const ts = mine.ts as string;
    const say = (where: string) => client.chat.postMessage({ channel: where, text: 'a' });
    const cases: [Promise<unknown>, object][] = [
      [say(elsewhere.id), { error: 'not_in_channel' }],
      [say(hidden.id), { error: 'channel_not_found' }],
      [say('C0NOWHERE'), { error: 'channel_not_found' }],
      [client.chat.update({ channel: channel.id, ts: '1.0', text: 'a' }), { error: 'message_not_found' }],
      [
        client.chat.update({ channel: channel.id, ts: message.ts, text: 'a' }),
        { error: 'cant_update_message' },
      ],
      [client.chat.postMessage({ channel: channel.id } as never), { error: 'no_text' }],
      [client.chat.postMessage({ channel: channel.id, text: 'a'.repeat(40_001) }), { error: 'msg_too_long' }],
      [client.users.info({ user: ann.id }), { error: 'missing_scope', needed: 'users:read' }],
      [client.apiCall('made.up'), { error: 'unknown_method' }],
      [clientFor(workspace, 'xoxb-other').auth.test(), { error: 'invalid_auth' }],
    ];
    for (const [call, expected] of cases)
      expect(await answer(call)).toMatchObject({ ok: false, ...expected });
    workspace.editWindow(0);
    expect(await answer(client.chat.update({ channel: channel.id, ts, text: 'a' }))).toMatchObject({
      error: 'edit_window_closed',
    });
  });

  it('keeps metadata, threads and pages of history', async () => {
    const { workspace, ann, channel, client } = await workspaceWith();
    const metadata = { event_type: 'finding', event_payload: { id: 'f1' } };
    const root = await client.chat.postMessage({ channel: channel.id, text: 'root', metadata });
    const thread_ts = root.ts as string;
    for (const text of ['one', 'two'])
      await client.chat.postMessage({ channel: channel.id, text, thread_ts });
    await client.chat.postMessage({ channel: channel.id, text: 'last' });
    const newest = await client.conversations.history({
      channel: channel.id,
      limit: 1,
      include_all_metadata: true,
    });
    expect(newest).toMatchObject({ messages: [{ text: 'last' }], has_more: true });
    const cursor = newest.response_metadata?.next_cursor as string;
    const older = await client.conversations.history({
      channel: channel.id,
      cursor,
      include_all_metadata: true,
    });
    expect(older.messages).toMatchObject([{ text: 'root', metadata, reply_count: 2 }]);
    const replies = await client.conversations.replies({ channel: channel.id, ts: thread_ts });
    expect(replies.messages?.map((each) => each.text)).toEqual(['root', 'one', 'two']);

    const security = workspace.userGroup('security', [ann]);
    const inGroup = await client.usergroups.users.list({ usergroup: security.id });
    expect(inGroup.users).toEqual([ann.id]);
    const uploaded = await client.filesUploadV2({
      channel_id: channel.id,
      filename: 'a.csv',
      content: 'a,b',
      title: 'A',
    });
    expect(uploaded.ok).toBe(true);
    expect(workspace.files[0]).toMatchObject({ title: 'A', complete: true, content: Buffer.from('a,b') });
  });

  it('limits posts, breaks on demand, and can lose an answer after the deed', async () => {
    const { workspace, channel, client } = await workspaceWith({ rate: 'strict' });
    const url = `${workspace.apiUrl}chat.postMessage`;
    const post = (text: string) =>
      fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${workspace.botToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ channel: channel.id, text }),
      });
    workspace.fault({ method: 'chat.postMessage', drop: 'before' });
    await expect(post('never')).rejects.toThrow();
    workspace.fault({ method: 'chat.postMessage', drop: 'after' });
    await expect(post('kept')).rejects.toThrow();
    expect(workspace.messages(channel).map((each) => each.text)).toEqual(['kept']);

    const answers = await Promise.all(['1', '2', '3', '4'].map(post));
    expect(answers.map((each) => each.status).sort()).toEqual([200, 200, 200, 429]);
    const limited = answers.find((each) => each.status === 429);
    expect(limited?.headers.get('retry-after')).toBe('1');
    expect(await limited?.json()).toEqual({ ok: false, error: 'ratelimited' });

    workspace.fault({ method: 'auth.test', status: 500 });
    workspace.fault({ method: 'auth.test', retryAfter: 7 });
    workspace.fault({ method: 'auth.test', error: 'internal_error' });
    expect(await answer(client.auth.test())).toMatchObject({ statusCode: 500 });
    expect(await answer(client.auth.test())).toMatchObject({ retryAfter: 7 });
    expect(await answer(client.auth.test())).toMatchObject({ error: 'internal_error' });
    expect((await client.auth.test()).ok).toBe(true);
  });

  it('a response_url works five times in thirty minutes', async () => {
    const { workspace, ann, channel } = await workspaceWith({ redeliver: 'none', clockScale: 100 });
    const { responseUrl = '' } = await ann.slash('/hipaa', '', { channel });
    const respond = async () => (await fetch(responseUrl, { method: 'POST', body: 'text=hi' })).status;
    for (let use = 1; use <= 5; use += 1) expect(await respond()).toBe(200);
    expect(await respond()).toBe(404);
    const { responseUrl: second = '' } = await ann.slash('/hipaa', '', { channel });
    workspace.skip(30 * 60_000 + 1);
    const expired = await fetch(second, { method: 'POST', body: 'text=hi' });
    expect(await expired.json()).toEqual({ ok: false, error: 'expired_url' });
    expect(ann.ephemerals(channel)).toHaveLength(5);
  });
});
