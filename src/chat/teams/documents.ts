import type { Attachment, Message } from '../../domain/message.ts';
import type { Json } from './activity.ts';

/** Up to this long a document is shown where it is asked for. */
const inlineCharacters = 2800;
/** A picture travels inside the message, beside the card. */
const pictureCharacters = 16_000;

const isPicture = ({ mediaType, encoding, text }: Attachment): boolean =>
  encoding === 'base64' && mediaType.startsWith('image/') && text.length <= pictureCharacters;

/** The message with its document in it, or with the word where to get it: Teams lets bots upload no files to channels. */
export function withDocument(message: Message): Message {
  const { attachment } = message;
  if (!attachment || isPicture(attachment)) return message;
  if (attachment.encoding === undefined && attachment.text.length <= inlineCharacters)
    return { ...message, blocks: [...message.blocks, { kind: 'code', text: attachment.text }] };
  const text = `${attachment.name} is too long for Teams. The \`hipaa\` program in a terminal writes it.`;
  return { ...message, blocks: [...message.blocks, { kind: 'note', text }] };
}

export const pictures = ({ attachment }: Message): readonly Json[] =>
  attachment && isPicture(attachment)
    ? [
        {
          contentType: attachment.mediaType,
          contentUrl: `data:${attachment.mediaType};base64,${attachment.text}`,
          name: attachment.name,
        },
      ]
    : [];
