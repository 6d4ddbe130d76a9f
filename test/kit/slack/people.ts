import { viewJson } from './api-views.ts';
import type { Deliveries } from './deliveries.ts';
import {
  type Answer,
  actionOf,
  answerState,
  type Control,
  controls,
  findControl,
  initialState,
  isEmpty,
} from './inputs.ts';
import type { Json } from './json.ts';
import type { Channel, Delivery, EnvelopeKind, Message, UserRecord, View } from './model.ts';
import type { EventKind } from './options.ts';
import {
  closedPayload,
  eventPayload,
  messageActionsPayload,
  messageShortcutPayload,
  shortcutPayload,
  slashPayload,
  submissionPayload,
  suggestionPayload,
  viewActionsPayload,
} from './payloads.ts';
import { blocksOf } from './reading.ts';
import { place, type ResponseUrl } from './response-url.ts';
import type { Forgery } from './signing.ts';
import type { Slack } from './slack.ts';
import { closeModals, type Settled, settleSubmission } from './submission.ts';

export interface Acting {
  /** Sign the request wrongly (HTTP mode only). */
  readonly forge?: Forgery;
}

/** What came of something a person did. */
export interface Reaction {
  /** Infinity when the app did not acknowledge in time. */
  readonly ackMs: number;
  readonly ackBody: unknown;
  /** What the person is told when it failed. */
  readonly error:
    | 'dispatch_failed'
    | 'operation_timeout'
    | 'http_error'
    | 'invalid_command_response'
    | undefined;
  /** Messages that came by the acknowledgement and the response_url so far; it keeps growing. */
  readonly responses: readonly Message[];
  readonly responseUrl: string | undefined;
  readonly triggerId: string | undefined;
  readonly delivery: Delivery;
  /** The first response, or the n-th. */
  reply(n?: number, ms?: number): Promise<Message>;
}

export interface Submission extends Reaction, Settled {
  /** The modal the person now looks at. */
  readonly view: View | undefined;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly record: UserRecord;
  slash(command: string, text: string, where: { channel: Channel | string } & Acting): Promise<Reaction>;
  /** Presses a button, by action id or by what it reads. */
  click(target: Message | View, actionIdOrLabel: string, acting?: Acting): Promise<Reaction>;
  /** Picks in a menu, ticks a box, chooses a date outside a submission. */
  choose(target: Message | View, actionIdOrLabel: string, answer: Answer, acting?: Acting): Promise<Reaction>;
  /** What an external select offers for this query. */
  suggest(target: Message | View, actionIdOrLabel: string, query: string): Promise<readonly Json[]>;
  submit(view: View | undefined, values?: Record<string, Answer>, acting?: Acting): Promise<Submission>;
  close(how?: { all?: boolean }): Promise<Delivery | undefined>;
  modal(): View | undefined;
  home(): View | undefined;
  say(
    channel: Channel | string,
    text: string,
    how?: { thread?: Message },
  ): Promise<{ message: Message; deliveries: Delivery[] }>;
  /** A word to the bot in private. */
  tell(text: string): Promise<{ message: Message; deliveries: Delivery[] }>;
  openHome(): Promise<Delivery | undefined>;
  shortcut(callbackId: string): Promise<Reaction>;
  messageShortcut(message: Message, callbackId: string): Promise<Reaction>;
  ephemerals(channel?: Channel | string): Message[];
  /** Everything this person sees in a channel, ephemerals included. */
  sees(channel: Channel | string): Message[];
  dm(): Channel;
}

export interface PersonTools {
  readonly deliveries: Deliveries;
  waitFor<T>(look: () => T, ms?: number): Promise<NonNullable<Exclude<T, false | 0 | ''>>>;
}

export function createPerson(slack: Slack, tools: PersonTools, record: UserRecord): Person {
  const { store, settings } = slack;
  const { deliveries, waitFor } = tools;

  const cannot = (what: string): never => {
    throw new Error(`${record.name} cannot ${what}`);
  };
  const inChannel = (wanted: Channel | string): Channel => {
    const channel = typeof wanted === 'string' ? store.channel(wanted) : wanted;
    if (record.deleted) return cannot('act: the account is deactivated');
    if (!channel) return cannot(`find the channel ${String(wanted)}`);
    return channel.members.has(record.id) ? channel : cannot(`act in ${channel.name}: not a member`);
  };
  const top = () => store.modals.get(record.id)?.at(-1);
  const trigger = () => slack.triggers.issue(record.id, settings.team.id);

  const react = (
    delivery: Delivery,
    url: ResponseUrl | undefined,
    triggerId: string | undefined,
  ): Reaction => {
    let error: Reaction['error'];
    if (delivery.outcome === 'no_socket') error = 'dispatch_failed';
    else if (delivery.outcome === 'refused') error = 'http_error';
    else if (delivery.outcome !== 'acked') error = 'operation_timeout';
    if (delivery.kind === 'slash_commands' && delivery.ackBody !== undefined && url) {
      const refusal = place(slack, url, delivery.ackBody as Json, 'ack');
      if (refusal) {
        error = 'invalid_command_response';
        slack.violate('ack-body-refused', delivery.kind, JSON.stringify(refusal));
      }
    }
    const responses = url?.messages ?? [];
    return {
      get ackMs() {
        return delivery.ackMs;
      },
      ackBody: delivery.ackBody,
      error,
      responses,
      responseUrl: url?.url,
      triggerId,
      delivery,
      reply: (n = 1, ms = 5000) => waitFor(() => responses[n - 1], ms),
    };
  };

  const control = (target: Message | View, wanted: string): Control => {
    if ('ts' in target) {
      const stored = store.messages.find((each) => each.ts === target.ts && each.channel === target.channel);
      if (!stored || stored.deletedAt) return cannot('press anything there: the message is gone');
      if (stored.ephemeralTo && stored.ephemeralTo !== record.id)
        return cannot("see another person's message");
      inChannel(store.channels.get(stored.channel) as Channel);
    } else if (target.type === 'modal' ? top() !== target : store.homes.get(record.id) !== target) {
      return cannot('use a view that is not open in front of them');
    }
    const found = findControl(blocksOf(target), wanted);
    const there = controls(blocksOf(target)).map(
      ({ label, element }) => `${label} (${element['action_id']})`,
    );
    return found ?? cannot(`find "${wanted}"; there is: ${there.join(', ') || 'nothing to press'}`);
  };

  const act = async (
    target: Message | View,
    found: Control,
    answer: Answer | undefined,
    acting: Acting = {},
  ) => {
    const action = actionOf(found, answer);
    const triggerId = trigger();
    if (!('ts' in target)) {
      noteAnswer(target.state, found, action);
      const payload = viewActionsPayload(slack, record, target, { actions: [action], triggerId });
      return react(await deliveries.send('interactive', payload, acting.forge), undefined, triggerId);
    }
    const message = store.messages.find(
      (each) => each.ts === target.ts && each.channel === target.channel,
    ) as Message;
    const state = initialState(message.blocks);
    noteAnswer(state, found, action);
    const url = slack.responseUrls.issue(
      { userId: record.id, channel: message.channel, original: message },
      'actions',
    );
    const payload = messageActionsPayload(
      slack,
      record,
      store.channels.get(message.channel) as Channel,
      message,
      {
        actions: [action],
        state,
        triggerId,
        responseUrl: url.url,
      },
    );
    return react(await deliveries.send('interactive', payload, acting.forge), url, triggerId);
  };

  const event = async (kind: EventKind, body: Json): Promise<Delivery | undefined> =>
    settings.events.includes(kind)
      ? deliveries.send('events_api', eventPayload(slack, body, record.teamId))
      : undefined;

  const send = (kind: EnvelopeKind, payload: Json, acting: Acting = {}) =>
    deliveries.send(kind, payload, acting.forge);

  const person: Person = {
    id: record.id,
    name: record.name,
    record,
    slash: async (command, text, { channel: wanted, ...acting }) => {
      const channel = inChannel(wanted);
      if (!settings.scopes.includes('commands')) cannot(`use ${command}: the app has no commands scope`);
      const triggerId = trigger();
      const url = slack.responseUrls.issue(
        { userId: record.id, channel: channel.id, original: undefined },
        'commands',
      );
      const payload = slashPayload(slack, record, channel, command, text, triggerId, url.url);
      return react(await send('slash_commands', payload, acting), url, triggerId);
    },
    click: async (target, wanted, acting) => {
      const found = control(target, wanted);
      if (!['button', 'icon_button', 'workflow_button'].includes(found.element['type']))
        cannot(`click "${wanted}": it is a ${found.element['type']}; use choose()`);
      return act(target, found, undefined, acting);
    },
    choose: async (target, wanted, answer, acting) => act(target, control(target, wanted), answer, acting),
    suggest: async (target, wanted, query) => {
      const { block, element } = control(target, wanted);
      const where =
        'ts' in target
          ? { message: target, channel: store.channels.get(target.channel) as Channel }
          : { view: target };
      const ids = { blockId: block['block_id'], actionId: element['action_id'] };
      const delivery = await send('interactive', suggestionPayload(slack, record, where, ids, query));
      const body = delivery.ackBody as Json | undefined;
      return body?.['options'] ?? body?.['option_groups']?.flatMap((group: Json) => group['options']) ?? [];
    },
    submit: async (view, values = {}, acting) => {
      const shown = view ?? cannot('submit: no modal is open');
      if (top() !== shown) cannot('submit a view that is not open in front of them');
      if (!shown.body['submit']) cannot('submit: this view has no submit button');
      fill(shown, values, cannot);
      const triggerId = trigger();
      const delivery = await send('interactive', submissionPayload(slack, record, shown, triggerId), acting);
      const reaction = react(delivery, undefined, triggerId);
      const settled: Settled =
        delivery.outcome === 'acked'
          ? settleSubmission(slack, shown, delivery.ackBody)
          : { action: 'failed', errors: {} };
      return Object.assign(reaction, settled, { view: top() });
    },
    close: async ({ all = false } = {}) => {
      const shown = top() ?? cannot('close: no modal is open');
      closeModals(slack, record.id, all || shown.body['clear_on_close'] === true);
      if (shown.body['notify_on_close'] !== true) return undefined;
      return send('interactive', closedPayload(slack, record, shown, all));
    },
    modal: top,
    home: () => store.homes.get(record.id),
    say: async (wanted, text, { thread } = {}) => {
      const channel = inChannel(wanted);
      const threadTs = thread ? (thread.threadTs ?? thread.ts) : undefined;
      const message = store.post({
        channel: channel.id,
        user: record.id,
        via: 'person',
        text: escaped(text),
        blocks: [],
        attachments: [],
        files: [],
        broadcast: false,
        ...(threadTs ? { threadTs } : {}),
      });
      if (!channel.members.has(slack.bot.id)) return { message, deliveries: [] };
      const said = {
        user: record.id,
        team: record.teamId,
        text: message.text,
        ts: message.ts,
        ...(threadTs ? { thread_ts: threadTs } : {}),
        channel: channel.id,
        event_ts: message.ts,
        client_msg_id: store.id('c'),
      };
      const type = { public: 'channel', private: 'group', im: 'im' }[channel.kind];
      const kind = ({ public: 'message.channels', private: 'message.groups', im: 'message.im' } as const)[
        channel.kind
      ];
      const sent = [event(kind, { type: 'message', ...said, channel_type: type })];
      if (channel.kind !== 'im' && message.text.includes(`<@${slack.bot.id}>`))
        sent.push(event('app_mention', { type: 'app_mention', ...said }));
      const delivered = await Promise.all(sent);
      return { message, deliveries: delivered.filter((each) => each !== undefined) };
    },
    tell: (text) => person.say(store.dm(record.id), text),
    openHome: async () => {
      const home = store.homes.get(record.id);
      return event('app_home_opened', {
        type: 'app_home_opened',
        user: record.id,
        channel: store.dm(record.id).id,
        tab: 'home',
        event_ts: store.ts(),
        ...(home ? { view: viewJson(slack, home) } : {}),
      });
    },
    shortcut: async (callbackId) => {
      const triggerId = trigger();
      const delivery = await send('interactive', shortcutPayload(slack, record, callbackId, triggerId));
      return react(delivery, undefined, triggerId);
    },
    messageShortcut: async (message, callbackId) => {
      const channel = inChannel(store.channels.get(message.channel) as Channel);
      const triggerId = trigger();
      const url = slack.responseUrls.issue(
        { userId: record.id, channel: channel.id, original: message },
        'actions',
      );
      const payload = messageShortcutPayload(slack, record, channel, message, callbackId, triggerId, url.url);
      return react(await send('interactive', payload), url, triggerId);
    },
    ephemerals: (wanted) => {
      const channel = wanted === undefined ? undefined : inChannel(wanted);
      return store.messages.filter(
        (each) =>
          each.ephemeralTo === record.id && !each.deletedAt && (!channel || each.channel === channel.id),
      );
    },
    sees: (wanted) => {
      const channel = inChannel(wanted);
      return store.messages.filter(
        (each) =>
          each.channel === channel.id &&
          !each.deletedAt &&
          (each.ephemeralTo === undefined || each.ephemeralTo === record.id),
      );
    },
    dm: () => store.dm(record.id),
  };
  return person;
}

/** Keeps mentions and links, escapes the rest, as Slack's own composer does. */
function escaped(text: string): string {
  return text
    .split(/(<[@#!][^>]+>|<https?:[^>]+>)/)
    .map((part, index) =>
      index % 2 ? part : part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    )
    .join('');
}

function noteAnswer(
  state: Record<string, Record<string, Json>>,
  { block, element }: Control,
  action: Json,
): void {
  const slot = state[block['block_id']];
  if (!slot?.[element['action_id']]) return;
  const { action_id: _a, block_id: _b, action_ts: _t, ...answer } = action;
  slot[element['action_id']] = answer;
}

/** Types the values in and refuses what Slack's own form would not let go. */
function fill(view: View, values: Record<string, Answer>, cannot: (what: string) => never): void {
  const blocks = blocksOf(view);
  for (const [wanted, answer] of Object.entries(values)) {
    const found = findControl(blocks, wanted);
    const labels = () => controls(blocks).map(({ label, block }) => `${label} (${block['block_id']})`);
    if (!found) throw cannot(`fill in "${wanted}"; there is: ${labels().join(', ')}`);
    const slot = view.state[found.block['block_id']];
    if (slot) slot[found.element['action_id']] = answerState(found.element, answer);
  }
  for (const { block, element, label } of controls(blocks))
    if (block['type'] === 'input' && block['optional'] !== true)
      if (isEmpty(view.state[block['block_id']]?.[element['action_id']]))
        cannot(`submit: "${label}" is required`);
}
