export type Json = Record<string, any>;

export interface Account {
  /** Teams' own id: `29:…` for a person, `28:…` for a bot. */
  readonly id: string;
  readonly name?: string;
  /** The person in Entra: stable, and the same in all conversations. */
  readonly aadObjectId?: string;
  readonly role?: string;
}

/** What of the Bot Framework's activities is read here. */
export interface Incoming {
  readonly type: string;
  readonly id?: string;
  /** Of an invoke. */
  readonly name?: string;
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly from: Account;
  readonly recipient: Account;
  readonly conversation: {
    readonly id: string;
    readonly tenantId?: string;
    readonly conversationType?: string;
    readonly isGroup?: boolean;
  };
  readonly text?: string;
  readonly value?: Json;
  readonly replyToId?: string;
  readonly entities?: readonly Json[];
  readonly channelData?: Json;
  readonly membersAdded?: readonly Account[];
  readonly membersRemoved?: readonly Account[];
  readonly action?: string;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a request's body is an activity that can be answered at all. */
export function isActivity(body: unknown): body is Json & Incoming {
  if (!isObject(body)) return false;
  const { type, channelId, serviceUrl, from, conversation, recipient } = body;
  const named = [type, channelId, serviceUrl].every(isText);
  const people = [from, recipient, conversation].every((one) => isObject(one) && isText(one['id']));
  const lists = [body['entities'], body['membersAdded'], body['membersRemoved']];
  const text = body['text'];
  return (
    named &&
    people &&
    lists.every((list) => list === undefined || (Array.isArray(list) && list.every(isObject))) &&
    (text === undefined || text === null || typeof text === 'string')
  );
}

/** A conversation in a channel is named after the message that began it: `19:…@thread.tacv2;messageid=17`. */
export function parted(id: string): { id: string; thread?: string } {
  const [whole = id, ...more] = id.split(';');
  const thread = more.find((part) => part.startsWith('messageid='))?.slice('messageid='.length);
  return thread ? { id: whole, thread } : { id: whole };
}

export const joined = ({ id, thread }: { id: string; thread?: string | undefined }): string =>
  thread ? `${id};messageid=${thread}` : id;

/** The tenant in which the conversation takes place. */
export const tenantOf = ({ conversation, channelData }: Incoming): string =>
  conversation.tenantId ?? channelData?.['tenant']?.id ?? '';

export type Kind = 'personal' | 'group' | 'channel';

export function kindOf({ conversation, channelData }: Incoming): Kind {
  if (conversation.conversationType === 'personal') return 'personal';
  if (conversation.conversationType === 'channel' || channelData?.['channel']?.id) return 'channel';
  // What is not known to be private is not: private answers would be read by all.
  const shared = conversation.isGroup === true || /^19:.*@thread/.test(conversation.id);
  return conversation.conversationType === undefined && !shared ? 'personal' : 'group';
}
