import type { Deliveries } from './deliveries.ts';
import { buttonsOf, textOf } from './reading.ts';
import type { Slack } from './slack.ts';

const short = (value: unknown, length = 160) => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.replaceAll('\n', ' / ').slice(0, length);
};

/** What a failing test wants to see first: what people see, and what the app asked for. */
export function dump(slack: Slack, deliveries: Deliveries): string {
  const { store } = slack;
  const named = (id: string) => store.users.get(id)?.name ?? id;
  const messages = store.messages.slice(-20).map((message) => {
    const where = store.channels.get(message.channel)?.name ?? message.channel;
    const who = message.ephemeralTo ? ` only for ${named(message.ephemeralTo)}` : '';
    const gone = message.deletedAt ? ' (deleted)' : '';
    const buttons = buttonsOf(message).map(({ label }) => `[${label}]`);
    return `  #${where}${who}${gone} ${named(message.user)}: ${short(textOf(message))} ${buttons.join(' ')}`;
  });
  const modals = [...store.modals].flatMap(([user, views]) =>
    views.map((view) => `  ${named(user)}: ${short(textOf(view))}`),
  );
  const calls = slack.calls
    .slice(-15)
    .map((call) => `  ${call.method} ${call.status} ${short(call.response, 120)}`);
  const sent = deliveries.records
    .slice(-10)
    .map((each) => `  ${each.kind} ${each.outcome} ${each.ackMs} ms, attempt ${each.attempt}`);
  const wrong = slack.violations.map((each) => `  ${each.kind} ${each.method}: ${short(each.detail)}`);
  const part = (title: string, lines: readonly string[]) => [
    `${title}: ${lines.length ? '' : 'none'}`,
    ...lines,
  ];
  return [
    ...part('messages', messages),
    ...part('modals', modals),
    ...part('calls', calls),
    ...part('deliveries', sent),
    ...part('violations', wrong),
  ].join('\n');
}
