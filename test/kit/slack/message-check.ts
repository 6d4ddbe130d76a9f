import { visibleLength } from './blocks.ts';
import { copy, isRecord, type Json } from './json.ts';
import { blockProblems, LIMITS } from './limits.ts';
import { refuse, refuseWith, type Slack } from './slack.ts';

export interface Content {
  readonly text: string;
  readonly blocks: Json[];
  readonly attachments: Json[];
  readonly metadata: Json | undefined;
}

const CHANNEL_WIDE = /<!(channel|here|everyone)(\|[^>]*)?>/;

/** Finds a mention that would ring every phone; plain_text shows it literally, so it is no mention there. */
export function channelWideMention(value: unknown): string | undefined {
  if (typeof value === 'string') return CHANNEL_WIDE.exec(value)?.[0];
  if (Array.isArray(value)) return value.map(channelWideMention).find((found) => found !== undefined);
  if (!isRecord(value) || value['type'] === 'plain_text') return undefined;
  if (value['type'] === 'broadcast') return `<!${value['range']}>`;
  return channelWideMention(Object.values(value));
}

/** What chat.* and response_url check alike; the answer is the content, or Slack's refusal. */
export function checkContent(
  slack: Slack,
  method: string,
  args: Json,
): { ok: true; content: Content } | { ok: false; refusal: Json } {
  const no = (refusal: Json) => ({ ok: false as const, refusal });
  const text = args['text'] === undefined ? '' : String(args['text']);
  const { blocks = [], attachments = [], metadata } = args;
  if (!Array.isArray(blocks)) return no(refuse('invalid_blocks_format'));
  if (!Array.isArray(attachments)) return no(refuse('invalid_attachments'));
  if (text === '' && blocks.length === 0 && attachments.length === 0) return no(refuse('no_text'));
  if (text.length > (method === 'chat.update' ? LIMITS.updatedText : LIMITS.text))
    return no(refuse('msg_too_long'));

  const problems = blockProblems(blocks);
  for (const [index, attachment] of attachments.entries())
    if (isRecord(attachment) && attachment['blocks'])
      problems.push(...blockProblems(attachment['blocks'], 'message', `/attachments/${index}/blocks`));
  if (problems.length > 0) return no(refuseWith('invalid_blocks', problems));
  if (method.startsWith('chat.') && visibleLength(blocks) > LIMITS.visible)
    return no(refuse('msg_blocks_too_long'));

  if (metadata !== undefined && !isMetadata(metadata)) return no(refuse('invalid_metadata_format'));

  if (blocks.length > 0 && text.trim() === '')
    slack.violate('blocks-without-text', method, 'screen readers and notifications would read nothing');
  const mention = channelWideMention([text, blocks, attachments]);
  if (mention) slack.violate('channel-wide-mention', method, mention);
  return {
    ok: true,
    content: { text, blocks: copy(blocks), attachments: copy(attachments), metadata: copy(metadata) },
  };
}

function isMetadata(metadata: unknown): boolean {
  if (!isRecord(metadata)) return false;
  if (Object.keys(metadata).length === 0) return true;
  return typeof metadata['event_type'] === 'string' && isRecord(metadata['event_payload']);
}
