import { viewJson } from './api-views.ts';
import type { Deliveries } from './deliveries.ts';
import {
  type Answer,
  actionOf,
  type Control,
  controls,
  findControl,
  initialState,
  offers,
} from './inputs.ts';
import type { Json } from './json.ts';
import type { Channel, EnvelopeKind, Message, UserRecord, View } from './model.ts';
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
import type { Acting, Person } from './person.ts';
import { reactions, type WaitFor } from './reactions.ts';
import { blocksOf } from './reading.ts';
import type { Slack } from './slack.ts';
import { type SendEvent, speak } from './speaking.ts';
import { closeModals, fill, type Settled, settleSubmission } from './submission.ts';

export interface PersonTools {
  readonly deliveries: Deliveries;
  readonly waitFor: WaitFor;
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

  const react = reactions(slack, waitFor);

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

  const event: SendEvent = async (kind, body) =>
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
    choose: async (target, wanted, answer, acting) => {
      const found = control(target, wanted);
      if (found.block['type'] === 'input' && found.block['dispatch_action'] !== true)
        cannot(`choose "${wanted}" by itself: the app hears of it on submit() only`);
      return act(target, found, answer, acting);
    },
    suggest: async (target, wanted, query) => {
      const { block, element } = control(target, wanted);
      const where =
        'ts' in target
          ? { message: target, channel: store.channels.get(target.channel) as Channel }
          : { view: target };
      const ids = { blockId: block['block_id'], actionId: element['action_id'] };
      const delivery = await send('interactive', suggestionPayload(slack, record, where, ids, query));
      const body = delivery.ackBody as Json | undefined;
      const groups: Json[] = body?.['option_groups'] ?? [];
      const offered: Json[] = body?.['options'] ?? groups.flatMap((group) => group['options']);
      offers.set(element, offered);
      return offered;
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
    say: (wanted, text, { thread } = {}) => speak(slack, event, record, inChannel(wanted), text, thread),
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
