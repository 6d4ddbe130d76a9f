import { copy, type Json } from './json.ts';
import type { Channel, Message, UploadedFile, UserGroup, UserRecord, View } from './model.ts';

/** Everything the workspace remembers; it survives `goDown()`. */
export interface Store {
  readonly users: Map<string, UserRecord>;
  readonly channels: Map<string, Channel>;
  readonly messages: Message[];
  readonly groups: Map<string, UserGroup>;
  readonly views: Map<string, View>;
  /** Each person's open modals, the visible one last. */
  readonly modals: Map<string, View[]>;
  readonly homes: Map<string, View>;
  readonly files: Map<string, UploadedFile>;
  id(prefix: string): string;
  ts(): string;
  dm(userId: string): Channel;
  channel(idOrName: unknown): Channel | undefined;
  message(channel: string, ts: unknown): Message | undefined;
  post(message: Omit<Message, 'ts' | 'postedAt' | 'edits'>): Message;
  edit(
    message: Message,
    change: Partial<Pick<Message, 'text' | 'blocks' | 'metadata' | 'attachments'>>,
  ): void;
}

export function openStore(botId: () => string): Store {
  let counter = 0;
  let lastMicros = 0;
  const users = new Map<string, UserRecord>();
  const channels = new Map<string, Channel>();
  const messages: Message[] = [];

  const id = (prefix: string) => {
    counter += 1;
    return `${prefix}${counter.toString(36).toUpperCase().padStart(9, '0')}`;
  };

  // A ts is unique and only ever grows, as it is in a real channel.
  const ts = () => {
    lastMicros = Math.max(lastMicros + 1, Date.now() * 1000);
    return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`;
  };

  const dm = (userId: string): Channel => {
    const existing = [...channels.values()].find((each) => each.userId === userId);
    if (existing) return existing;
    const members = new Set([userId, botId()]);
    const made: Channel = {
      id: id('D'),
      name: 'directmessage',
      kind: 'im',
      members,
      userId,
      isArchived: false,
      isShared: false,
    };
    channels.set(made.id, made);
    return made;
  };

  return {
    users,
    channels,
    messages,
    groups: new Map(),
    views: new Map(),
    modals: new Map(),
    homes: new Map(),
    files: new Map(),
    id,
    ts,
    dm,
    channel: (idOrName) => {
      if (typeof idOrName !== 'string') return undefined;
      const name = idOrName.replace(/^#/, '');
      return (
        channels.get(idOrName) ?? [...channels.values()].find((each) => each.name === name && !each.userId)
      );
    },
    message: (channel, wanted) =>
      messages.find((each) => each.channel === channel && each.ts === wanted && !each.deletedAt),
    post: (message) => {
      const posted: Message = { ...message, ts: ts(), postedAt: Date.now(), edits: [] };
      fillIds(posted.blocks, id);
      messages.push(posted);
      return posted;
    },
    edit: (message, change) => {
      message.edits.push({ at: Date.now(), text: message.text, blocks: copy(message.blocks) });
      Object.assign(message, change);
      fillIds(message.blocks, id);
      message.editedAt = Date.now();
    },
  };
}

/** Slack names every block and element the app left unnamed; payloads always carry both ids. */
export function fillIds(blocks: Json[], id: (prefix: string) => string): void {
  for (const block of blocks) {
    block['block_id'] ??= id('b');
    const inner = [
      block['accessory'],
      block['element'],
      ...(block['elements'] ?? []),
      ...(block['actions'] ?? []),
    ];
    for (const element of inner)
      if (element && typeof element === 'object' && isInteractive(element)) element.action_id ??= id('a');
    for (const group of ['child_blocks', 'tasks']) if (Array.isArray(block[group])) fillIds(block[group], id);
    if (block['type'] === 'carousel') fillIds(block['elements'], id);
  }
}

const PASSIVE = /^(image|mrkdwn|plain_text|card|rich_text_(section|list|quote|preformatted))$/;

function isInteractive(element: Json): boolean {
  return typeof element['type'] === 'string' && !PASSIVE.test(element['type']);
}
