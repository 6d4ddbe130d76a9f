import type { webApi } from '@slack/bolt';
import type { Attachment, Block, Message } from '../../domain/message.ts';
import type { Api } from './api.ts';
import { longAttachment, upload, withInline } from './files.ts';
import { asksToShare } from './hearing.ts';
import { failure, type Log } from './log.ts';
import { orPlainer } from './plainer.ts';
import type { RenderOptions } from './render.ts';
import { respond } from './respond.ts';
import type { Shelf } from './shelf.ts';
import { signatureBlocks, signed } from './signed.ts';
import type { Rendered } from './wire.ts';

/** Where an answer is awaited. */
export interface Place {
  readonly channel: string;
  readonly user: string;
  /** The thread that the person looks at. */
  readonly thread?: string | undefined;
  /** The thread that a public answer belongs in: the card's own, for a button on a card. */
  readonly openThread?: string | undefined;
  readonly responseUrl?: string | undefined;
}

export interface How {
  /** In the place of the message whose button was pressed. */
  readonly instead?: boolean;
  /** The command that is answered. */
  readonly of?: string | undefined;
  /** False for an answer that nobody would share. */
  readonly shareable?: boolean;
}

export interface Replies {
  /** To one person, with a Share button; `instead` puts it where the pressed button was. */
  privately(place: Place, message: Message, how?: How): Promise<void>;
  /** To everybody; `shared` says who wanted it so. */
  openly(place: Place, message: Message, how?: { shared?: boolean; of?: string | undefined }): Promise<void>;
  /** Word of the bot itself: nothing to share. */
  note(place: Place, text: string): Promise<void>;
  /** The message with its document in it, or with the word where the document went. */
  complete(place: Place, message: Message, how?: { privately?: boolean }): Promise<Message>;
}

/** The ways to somebody, best first. */
type Way = readonly [name: string, go: (rendered: Rendered) => Promise<void>];

export const isDirect = (channel: string): boolean => channel.startsWith('D');

const inThread = (thread: string | undefined) => (thread ? { thread_ts: thread } : {});

/** Some answers bring their own button for it, which asks for them again in the open. */
const hasShare = ({ blocks }: Message): boolean =>
  blocks.some((block) => block.kind === 'buttons' && block.buttons.some((each) => asksToShare(each.says)));

const says = (text: string): Block => ({ kind: 'note', text });

export function createReplies(client: webApi.WebClient, api: Api, shelf: Shelf, log: Log): Replies {
  /** Tries one way after the other; what nobody took is logged, never silently lost. */
  async function deliver(
    place: Place,
    message: Message,
    options: RenderOptions,
    ways: readonly Way[],
  ): Promise<boolean> {
    const failed: object[] = [];
    for (const [name, go] of ways) {
      try {
        await orPlainer(message, options, go);
        if (failed.length > 0) log.warn({ failed, delivered: name }, 'a reply took a detour');
        return true;
      } catch (error) {
        failed.push({ way: name, ...failure(error) });
      }
    }
    log.error({ failed, channel: place.channel, user: place.user }, 'a reply was lost');
    return false;
  }

  const toUrl = (place: Place, body: object): Way[] => {
    const url = place.responseUrl;
    return url ? [['response_url', (shown) => respond(url, { ...shown, ...body })]] : [];
  };

  const toPerson = (place: Place): Way => [
    'direct message',
    async (shown) => void (await api.post(await api.directChannel(place.user), shown)),
  ];

  const onlyTo = (place: Place, instead = false): Way[] => [
    ...toUrl(place, { response_type: 'ephemeral', replace_original: instead, ...inThread(place.thread) }),
    ...(isDirect(place.channel)
      ? []
      : ([
          ['ephemeral', (shown) => api.whisper(place.channel, place.user, shown, place.thread)],
        ] satisfies Way[])),
    toPerson(place),
  ];

  /** Hands over a document that is too long for a message; says so where it cannot. */
  async function handOver(place: Place, file: Attachment, privately: boolean): Promise<Block> {
    try {
      const direct = isDirect(place.channel) || privately;
      const channel = direct ? await api.directChannel(place.user) : place.channel;
      await upload(client, file, { channel, thread: direct ? undefined : place.openThread });
      return says(direct ? `${file.name} is in your messages with me.` : `${file.name} is in this channel.`);
    } catch (error) {
      log.error({ channel: place.channel, ...failure(error) }, 'a file could not be handed over');
      return says(`${file.name} could not be uploaded. The \`hipaa\` program in a terminal can write it.`);
    }
  }

  const complete: Replies['complete'] = async (place, message, { privately = false } = {}) => {
    const file = longAttachment(message);
    if (!file) return withInline(message);
    return { ...message, blocks: [...message.blocks, await handOver(place, file, privately)] };
  };

  const privately: Replies['privately'] = async (
    place,
    message,
    { instead = false, of, shareable = true } = {},
  ) => {
    const whole = await complete(place, message, { privately: true });
    // A refusal concerns nobody else; a private conversation has nobody else; a picture may be a key to scan.
    const offered =
      shareable && !message.exit && !message.personal && !isDirect(place.channel) && !hasShare(message);
    const share = offered ? { share: shelf.put(place.user, { message, of }) } : {};
    await deliver(place, whole, { ...share, ...(of ? { of } : {}) }, onlyTo(place, instead));
  };

  return {
    privately,
    complete,
    async openly(place, message, { shared = false, of } = {}) {
      if (isDirect(place.channel)) return privately(place, message, { of });
      const whole = await complete(place, message);
      const shown = (rendered: Rendered) => (shared ? signed(rendered, place.user) : rendered);
      const ways: Way[] = [
        ...toUrl(place, {
          response_type: 'in_channel',
          replace_original: false,
          ...inThread(place.openThread),
        }),
        [
          'message',
          async (rendered) => void (await api.post(place.channel, rendered, { thread: place.openThread })),
        ],
        ...onlyTo({ ...place, responseUrl: undefined }),
      ];
      const open = ways.map(([name, go]): Way => [name, (rendered) => go(shown(rendered))]);
      await deliver(place, whole, { reserve: signatureBlocks, ...(of ? { of } : {}) }, open);
    },
    async note(place, text) {
      const message: Message = { text, blocks: [{ kind: 'text', text }] };
      await deliver(place, message, {}, onlyTo(place));
    },
  };
}
