import type { App, webApi } from '@slack/bolt';
import type { Ears } from '../adapter.ts';
import { createOnce } from '../cache.ts';
import type { Api } from './api.ts';
import type { Desk } from './desk.ts';
import { filled, view } from './form.ts';
import { called } from './hearing.ts';
import type { Home } from './home.ts';
import type { Self } from './identity.ts';
import { failure, type Log } from './log.ts';
import { answered } from './render.ts';
import { isDirect, type Place, type Replies } from './reply.ts';
import type { Sharing } from './share.ts';
import type { Json } from './wire.ts';

export interface HandlerParts {
  readonly client: webApi.WebClient;
  readonly ears: Ears;
  readonly api: Api;
  readonly self: Self;
  readonly desk: Desk;
  readonly replies: Replies;
  readonly sharing: Sharing;
  readonly home: Home;
  readonly log: Log;
  /** Keeps what was begun until it has ended. */
  run(work: Promise<void>): void;
}

/** Every handler acknowledges first and works afterwards: Slack waits three seconds. */
export function handleAll(app: App, parts: HandlerParts): void {
  handleCommands(app, parts);
  handleActions(app, parts);
  handleViews(app, parts);
  handleEvents(app, parts);
}

function handleCommands(app: App, { desk, run }: HandlerParts): void {
  // By any name: the workspace may call it /hipaa-dev.
  app.command(/.*/, async ({ ack, command }) => {
    await ack();
    run(
      desk.serve({
        key: `slack:slash:${command.trigger_id}`,
        says: command.text.trim() || 'help',
        name: command.user_name,
        place: { channel: command.channel_id, user: command.user_id, responseUrl: command.response_url },
      }),
    );
  });
}

/** Where a button was pressed. An ephemeral message has no thread of its own to answer in. */
async function pressedAt(body: Json, api: Api): Promise<{ place: Place; source: string | undefined }> {
  const user: string = body['user'].id;
  const { container = {}, message } = body;
  const responseUrl: string | undefined = body['response_url'];
  const channel: string | undefined = body['channel']?.id ?? container.channel_id;
  // The Home tab is in no channel: its answers come by direct message.
  if (!channel) return { place: { channel: await api.directChannel(user), user }, source: undefined };
  const open = !container.is_ephemeral && message?.ts;
  const thread: string | undefined = message?.thread_ts ?? container.thread_ts;
  const openThread = thread ?? (open && !isDirect(channel) ? message.ts : undefined);
  return {
    place: { channel, user, thread, openThread, responseUrl },
    source: open ? message.ts : undefined,
  };
}

function handleActions(app: App, parts: HandlerParts): void {
  const { api, client, desk, ears, log, replies, run, sharing } = parts;
  const first = createOnce();

  async function ask(body: Json, says: string): Promise<void> {
    const form = ears.form(says);
    const context = formContext(body);
    const modal = form ? view(form, context) : null;
    if (modal) {
      try {
        await client.views.open({ trigger_id: body['trigger_id'], view: modal as never });
        return;
      } catch (error) {
        log.warn({ ...failure(error) }, 'a form could not be opened');
      }
    }
    const { place, source } = await pressedAt(body, api);
    if (!form) return desk.serve({ key: keyOf(body), says, place, source, name: body['user'].username });
    const typed = says.length < 500 ? ` Or type: /hipaa ${says}` : '';
    await replies.note(place, `The form could not be opened. Press the button again.${typed}`);
  }

  async function press(body: Json, action: Json): Promise<void> {
    const { action_id: id, value } = action;
    const kind = String(id).split(':')[0];
    if (kind === 'ask' && value) return ask(body, value);
    const { place, source } = await pressedAt(body, api);
    if (kind === 'share' && value) return sharing.share(place, value);
    if (kind === 'say' && value)
      return desk.serve({
        key: keyOf(body),
        says: value,
        place,
        source,
        ...(place.responseUrl ? { pressed: true } : {}),
        name: body['user'].username,
        of: place.responseUrl === undefined ? undefined : answered(action['block_id']),
      });
    await replies.note(
      place,
      'This button belongs to an older version of me. Type `/hipaa help` for what I can do.',
    );
  }

  app.action(/.*/, async ({ ack, body, action }) => {
    await ack();
    // A form takes its trigger once and a share its answer once: neither may run twice for one press.
    if (!first(`${keyOf(body)}:${(action as Json)['action_id']}`)) return;
    run(
      press(body, action).catch((error: unknown) => {
        log.error({ ...failure(error) }, 'a pressed button was not served');
      }),
    );
  });
}

/** One press has one trigger; the time of the act stands in where Slack sends none. */
const keyOf = (body: Json): string =>
  `slack:action:${body['trigger_id'] ?? `${body['user'].id}:${body['actions']?.[0]?.action_ts}`}`;

function formContext(body: Json) {
  const { container = {}, message } = body;
  const open = !container.is_ephemeral && message?.ts;
  const thread: string | undefined = message?.thread_ts ?? container.thread_ts;
  const responseUrl: string | undefined = body['response_url'];
  return {
    channel: body['channel']?.id ?? container.channel_id ?? '',
    ...(thread ? { thread } : {}),
    ...(open ? { source: message.ts as string } : {}),
    ...(responseUrl ? { responseUrl } : {}),
  };
}

function handleViews(app: App, { api, desk, ears, log, run }: HandlerParts): void {
  app.view(/.*/, async ({ ack, body, view: submitted }) => {
    const { context, says, errors } = filled(submitted, ears);
    if (Object.keys(errors).length > 0) return ack({ response_action: 'errors', errors });
    await ack();
    const serve = async () => {
      const user = body.user.id;
      const channel = context.channel || (await api.directChannel(user));
      const card = context.source && !isDirect(channel) ? context.source : undefined;
      await desk.serve({
        key: `slack:view:${submitted.id}:${submitted.hash}`,
        says,
        name: body.user.name,
        source: context.source,
        ...(context.responseUrl ? { pressed: true } : {}),
        place: {
          channel,
          user,
          thread: context.thread,
          openThread: context.thread ?? card,
          responseUrl: context.responseUrl,
        },
      });
    };
    run(
      serve().catch((error: unknown) => {
        log.error({ ...failure(error) }, 'a form was not served');
      }),
    );
  });
}

function handleEvents(app: App, { desk, home, log, run, self }: HandlerParts): void {
  const guard = (work: Promise<void>) =>
    run(
      work.catch((error: unknown) => {
        log.error({ ...failure(error) }, 'an event was not served');
      }),
    );

  const hearMessage = async (body: Json, event: Json) => {
    const { userId } = await self.learn();
    const { channel, user, text, ts, thread_ts: thread } = event;
    if (!user || user === userId || event['bot_id'] || typeof text !== 'string') return;
    const direct = isDirect(channel);
    await desk.serve({
      key: `slack:event:${body['event_id']}`,
      says: called(text, userId) || 'help',
      place: { channel, user, thread, openThread: direct ? thread : (thread ?? ts) },
    });
  };

  app.event('app_mention', async ({ body, event }) => guard(hearMessage(body, event)));
  app.event('message', async ({ body, event }) => {
    const { channel_type: kind, subtype } = event as Json;
    // Edits, deletions and the like are no new words.
    if (kind === 'im' && (subtype === undefined || subtype === 'file_share')) guard(hearMessage(body, event));
  });
  app.event('app_home_opened', async ({ body, event }) => {
    if (event.tab === 'home') guard(home.show(event.user, `slack:event:${body.event_id}`, event.channel));
  });
}
