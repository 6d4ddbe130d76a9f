import { onTestFinished } from 'vitest';
import type { ChatEvent, Ears, Form } from '#src/chat/adapter';
import { createTeamsAdapter, type TeamsAdapter } from '#src/chat/teams/adapter';
import type { TeamsSettings } from '#src/chat/teams/settings';
import type { Message } from '#src/domain/message';
import type { Store } from '#src/domain/store';
import { openStore } from '#src/store/open';
import { until } from '../../kit/slack/until.ts';
import {
  appId,
  type Conversation,
  type Kept,
  password,
  startTeams,
  type Teams,
  tenant,
  wordsIn,
} from '../../kit/teams/teams.ts';

export const plain = (text: string, more: Partial<Message> = {}): Message => ({
  text,
  blocks: [{ kind: 'text', text }],
  visibility: 'sender',
  ...more,
});

const ackForm: Form = {
  title: 'Acknowledge a finding',
  explain: 'Says that somebody looks after it.',
  submit: 'Acknowledge',
  says: 'ack F-7K3QX',
  fields: [{ name: 'reason', label: 'Reason', kind: 'paragraph', required: true, maxLength: 300 }],
};

export type Verbs = Record<string, (event: ChatEvent) => Message | Promise<Message>>;

export const findingCard: Message = {
  text: 'Finding F-7K3QX is open.',
  blocks: [
    { kind: 'text', text: 'Finding F-7K3QX is open.' },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Acknowledge', says: 'ack F-7K3QX', asks: true },
        { label: 'Details', says: 'show F-7K3QX' },
        { label: 'Forbidden', says: 'forbidden F-7K3QX' },
        { label: 'Open', says: 'announce F-7K3QX' },
      ],
    },
  ],
};

/** A handful of commands, enough for every way that Teams can speak to the bot. Each key is heard once. */
export function fewEars(more: Verbs = {}) {
  const heard: ChatEvent[] = [];
  const keys = new Set<string>();
  const ears: Ears = {
    async hear(event) {
      if (keys.has(event.key)) return { text: 'This was already done.', blocks: [], visibility: 'sender' };
      keys.add(event.key);
      heard.push(event);
      const [verb = ''] = event.says.split(/[ :]/);
      const own = more[verb];
      if (own) return own(event);
      switch (verb) {
        case 'findings': {
          const page = Number(/page:(\d+)/.exec(event.says)?.[1] ?? 1);
          return {
            ...plain(`Findings, page ${page}.`),
            blocks: [
              { kind: 'text', text: `Findings, page ${page}.` },
              { kind: 'buttons', buttons: [{ label: 'Next', says: `findings page:${page + 1}` }] },
            ],
          };
        }
        case 'ack':
          return plain(`${event.actor.name} acknowledged F-7K3QX.`, { visibility: 'channel' });
        case 'announce':
          return plain('Hear, hear.', { visibility: 'channel' });
        case 'forbidden':
          return plain('You need the role approver to do this.', { exit: 1 });
        default:
          return plain(`You said ${event.says}.`);
      }
    },
    form: (says) => (says.startsWith('ack') ? ackForm : null),
    problems: (says) => (/reason:".{5}/.test(says) ? {} : { reason: 'Say why, in a sentence.' }),
  };
  return { ears, heard };
}

export interface Line {
  readonly level: 'info' | 'warn' | 'error';
  readonly facts: Record<string, unknown>;
  readonly says: string;
}

export function keptLog() {
  const lines: Line[] = [];
  const level = (name: Line['level']) => (facts: object, says: string) =>
    void lines.push({ level: name, facts: facts as Line['facts'], says });
  return { lines, info: level('info'), warn: level('warn'), error: level('error') };
}

export const noRoles = { viewer: [], responder: [], approver: [], officer: [], admin: [] };

export const settingsFor = (teams: Teams, more: Partial<TeamsSettings> = {}): TeamsSettings => ({
  appId,
  password,
  tenants: [tenant],
  host: '127.0.0.1',
  port: 0,
  roles: noRoles,
  serviceHosts: ['127.0.0.1'],
  serviceUrl: teams.connector.url,
  openIdUrl: `${teams.connector.url}/openid`,
  loginUrl: teams.connector.url,
  ...more,
});

export interface Bot {
  readonly teams: Teams;
  readonly adapter: TeamsAdapter;
  readonly heard: readonly ChatEvent[];
  readonly log: ReturnType<typeof keptLog>;
  readonly store: Store;
  /** Waits until the conversation holds so many messages of the bot, and gives the last. */
  answer(conversation: Conversation, count?: number): Promise<Kept>;
  ours(conversation: Conversation): readonly Kept[];
}

/** The real adapter before a strict connector, over a real store. */
export async function startBot(
  options: { settings?: Partial<TeamsSettings>; verbs?: Verbs; patienceMs?: number; now?: () => Date } = {},
): Promise<Bot> {
  const teams = await startTeams();
  const store = await openStore(':memory:');
  const log = keptLog();
  const { ears, heard } = fewEars(options.verbs);
  const { patienceMs, now } = options;
  const adapter = createTeamsAdapter(settingsFor(teams, options.settings), {
    log,
    conversations: store.conversations,
    ...(patienceMs === undefined ? {} : { patienceMs }),
    ...(now ? { now } : {}),
  });
  onTestFinished(async () => {
    await adapter.stop();
    await teams.close();
    await store.close();
  });
  await adapter.start(ears);
  teams.endpoint = `http://127.0.0.1:${adapter.port()}/api/messages`;
  const ours = (conversation: Conversation) =>
    [...conversation.messages.values()].filter((kept) => kept.from === teams.model.bot);
  return {
    teams,
    adapter,
    heard,
    log,
    store,
    ours,
    async answer(conversation, count = 1) {
      const dump = () =>
        JSON.stringify({ log: log.lines, calls: teams.connector.calls }, null, 1).slice(0, 4000);
      await until(() => ours(conversation).length >= count, 3000, dump);
      const last = ours(conversation).at(-1);
      if (!last) throw new Error('no message');
      return last;
    },
  };
}

export const said = (kept: Kept): string => wordsIn(kept.activity['attachments']);
