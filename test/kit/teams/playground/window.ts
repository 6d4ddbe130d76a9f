import { WebSocket } from 'ws';
import { until } from '../../slack/until.ts';
import { buttonsIn, type Json, wordsIn } from '../teams.ts';

/** A message as the Playground's window would show it. */
export interface Seen {
  readonly id: string;
  readonly conversation: string;
  card: Json;
  readonly text: string;
}

/** One Playground, driven over the interface that its own page uses. */
export interface Window {
  readonly url: string;
  /** Says something there, as any of its people. */
  say(person: string, conversation: string, text: string): Promise<void>;
  /** Presses the button with this title; the answer takes the card's place, as in the page. */
  press(person: string, on: Seen, title: string | RegExp, inputs?: Json): Promise<{ words: string }>;
  /** The newest card in which this stands, as soon as there is one. */
  sees(pattern: RegExp, conversation?: string): Promise<Seen>;
  messages(conversation?: string): readonly Seen[];
  close(): void;
}

const patienceMs = 20_000;
const card = 'application/vnd.microsoft.card.adaptive';
export const words = (seen: Pick<Seen, 'card' | 'text'>): string => `${seen.text} ${wordsIn(seen.card)}`;

/** The bot is mentioned in front, as people do in group chats. */
const mention = { mentioned: { id: '28:hipaa-demo' }, text: '<at>HIPAA</at>' };

/** Opens it as its page does: the stream, and then the app is installed in the person's own chat. */
export async function openWindow(url: string, chat: string): Promise<Window> {
  const seen = new Map<string, Seen>();
  const take = ({ action, actionConversationId: conversation, message }: Json) => {
    if (action !== 'createMessage' && action !== 'updateMessage') return;
    const { messageId: id, attachments = [], text = '' } = message;
    const content = attachments.find((one: Json) => one['contentType'] === card)?.content ?? {};
    // Deleted before it is set, so that the newest words come last.
    seen.delete(`${conversation} ${id}`);
    seen.set(`${conversation} ${id}`, { id, conversation, card: content, text: String(text) });
  };
  const socket = new WebSocket(`${url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`);
  socket.on('message', (data) => take(JSON.parse(String(data))));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));

  async function post(path: string, body: Json): Promise<Json> {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`the Playground answered ${response.status}: ${text.slice(0, 500)}`);
    return text.startsWith('{') ? JSON.parse(text) : {};
  }

  const template = `${url}/_internal/v1/customActivities/template?conversationId=${chat}&type=install`;
  await post('/_internal/v1/customActivities', (await (await fetch(template)).json()) as Json);

  const messages = (conversation?: string) =>
    [...seen.values()].filter((one) => conversation === undefined || one.conversation === conversation);

  return {
    url,
    messages,
    async say(person, conversation, text) {
      const personal = conversation.startsWith('chat-of-');
      await post(`/_conversation/v1/conversations/${conversation}/messages`, {
        from: { id: person },
        text: personal ? text : `<at>HIPAA</at> ${text}`,
        textFormat: 'plain',
        ...(personal ? {} : { mentions: [mention] }),
      });
    },
    async press(person, on, title, inputs = {}) {
      const fits = (said: string) => (typeof title === 'string' ? said === title : title.test(said));
      const button = buttonsIn(on.card).find((one) => fits(String(one['title'])));
      if (!button) throw new Error(`there is no button ${title} on: ${words(on)}`);
      const { data, verb } = button;
      const { type, value } = await post('/_conversation/v1/invoke', {
        name: 'adaptiveCard/action',
        from: { id: person },
        conversation: { id: on.conversation },
        replyToId: on.id,
        value: { action: { type: 'Action.Execute', verb, data: { ...data, ...inputs } }, trigger: 'manual' },
      });
      if (type === card) on.card = value;
      return { words: type === card ? wordsIn(value) : String(value ?? '') };
    },
    async sees(pattern, conversation) {
      const found = () => messages(conversation).findLast((one) => pattern.test(words(one)));
      const dump = () => `no ${pattern}: ${messages(conversation).map(words).join('\n').slice(-4000)}`;
      await until(() => found() !== undefined, patienceMs, dump);
      return found() as Seen;
    },
    close: () => socket.close(),
  };
}
