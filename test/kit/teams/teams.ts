import { type Connector, startConnector } from './connector.ts';
import { createKeys, type Keys, type TokenWish } from './keys.ts';
import { type Conversation, createModel, type Json, type Kept, type Model, type Person } from './model.ts';

export { otherTenant, tenant } from './model.ts';
export type { Connector, Conversation, Json, Kept, Model, Person };

export const appId = '99999999-cccc-4ccc-8ccc-999999999999';
export const password = 'a client secret';

/** Teams as the bot meets it: a connector to call, and people who say things and press buttons. */
export interface Teams {
  readonly model: Model;
  readonly connector: Connector;
  readonly keys: Keys;
  /** Where the bot listens. */
  endpoint: string;
  readonly ann: Person;
  readonly bob: Person;
  readonly channel: Conversation;
  /** Each person's chat with the bot; made when first asked for. */
  chat(person: Person): Conversation;
  /** Sends an activity to the bot, with a good token unless told otherwise. */
  deliver(activity: Json, wish?: TokenWish | null): Promise<{ status: number; body: any }>;
  activity(person: Person, to: Conversation, more: Json): Json;
  say(person: Person, to: Conversation, text: string, more?: Json): Promise<{ status: number; body: any }>;
  /** Presses the button with this title on a message of the bot's. */
  press(
    person: Person,
    to: Conversation,
    on: Kept,
    title: string,
    how?: { by?: 'execute' | 'submit'; inputs?: Json; card?: Json; id?: string },
  ): Promise<{ status: number; body: any }>;
  close(): Promise<void>;
}

export const cardIn = (kept: Kept): Json => kept.activity['attachments'][0].content;

/** Every object in a card, from the outside in. */
export function parts(card: unknown): readonly Json[] {
  if (Array.isArray(card)) return card.flatMap(parts);
  if (typeof card !== 'object' || card === null) return [];
  return [
    card as Json,
    ...Object.entries(card).flatMap(([key, value]) => (key === 'fallback' ? [] : parts(value))),
  ];
}

export const buttonsIn = (card: Json): readonly Json[] =>
  parts(card).filter((part) => part['type'] === 'Action.Execute');

export const wordsIn = (card: unknown): string =>
  parts(card)
    .flatMap((part) => [
      part['text'],
      part['title'],
      part['label'],
      part['value'],
      ...(part['inlines'] ?? []),
    ])
    .filter((word) => typeof word === 'string')
    .join(' ');

export async function startTeams(): Promise<Teams> {
  const model = createModel(appId);
  const keys = await createKeys();
  const connector = await startConnector(model, keys, { appId, password });
  const ann = model.person('Ann');
  const bob = model.person('Bob');
  const channel = model.conversation('19:general@thread.tacv2', 'channel', [ann, bob]);
  const chats = new Map<string, Conversation>();

  const teams: Teams = {
    model,
    connector,
    keys,
    endpoint: '',
    ann,
    bob,
    channel,
    chat(person) {
      const chat = chats.get(person.id) ?? model.conversation(`a:${person.name}`, 'personal', [person]);
      chats.set(person.id, chat);
      return chat;
    },
    async deliver(activity, wish = {}) {
      const { serviceUrl } = activity;
      const token = wish && (await keys.token({ audience: appId, serviceUrl, ...wish }));
      const response = await fetch(teams.endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify(activity),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : JSON.parse(text) };
    },
    activity(person, to, more) {
      const thread = more['thread'] ? `;messageid=${more['thread']}` : '';
      const { thread: _, ...rest } = more;
      return {
        type: 'message',
        id: model.nextId(),
        timestamp: new Date().toISOString(),
        channelId: 'msteams',
        serviceUrl: connector.url,
        from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
        recipient: { id: model.bot, name: 'HIPAA bot' },
        conversation: { id: to.id + thread, conversationType: to.type, tenantId: model.tenant },
        channelData: {
          tenant: { id: model.tenant },
          ...(to.type === 'channel' ? { channel: { id: to.id } } : {}),
        },
        ...rest,
      };
    },
    say(person, to, text, more = {}) {
      const personal = to.type === 'personal';
      const called = '<at>HIPAA bot</at>';
      const id = model.nextId();
      to.messages.set(id, {
        id,
        thread: more['thread'] ?? null,
        from: person.id,
        activity: { text },
        edits: 0,
      });
      const root = to.type === 'channel' ? { thread: more['thread'] ?? id } : {};
      const mention = { type: 'mention', text: called, mentioned: { id: model.bot, name: 'HIPAA bot' } };
      const { entities = [], ...rest } = more;
      return teams.deliver(
        teams.activity(person, to, {
          id,
          text: personal ? text : `${called} ${text}`,
          entities: personal ? entities : [mention, ...entities],
          ...root,
          ...rest,
        }),
      );
    },
    press(person, to, on, title, { by = 'execute', inputs = {}, card = cardIn(on), id } = {}) {
      const button = buttonsIn(card).find((each) => each['title'] === title);
      if (!button) throw new Error(`no button “${title}” in: ${wordsIn(card)}`);
      const thread = to.type === 'channel' ? { thread: on.thread ?? on.id } : {};
      const shared = { replyToId: on.id, ...thread, ...(id ? { id } : {}) };
      if (by === 'submit') {
        const value = { ...button['fallback'].data, ...inputs };
        return teams.deliver(teams.activity(person, to, { ...shared, value }));
      }
      const action = { type: 'Action.Execute', verb: button['verb'], data: { ...button['data'], ...inputs } };
      const value = { action, trigger: 'manual' };
      return teams.deliver(
        teams.activity(person, to, { ...shared, type: 'invoke', name: 'adaptiveCard/action', value }),
      );
    },
    close: () => connector.close(),
  };
  return teams;
}
