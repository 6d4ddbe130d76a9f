import type { webApi } from '@slack/bolt';
import type { Attachment, Message } from '../../domain/message.ts';

/** Up to this long a document is shown where it is asked for; a longer one becomes a file. */
export const inlineCharacters = 2800;

export const inline = ({ text, encoding }: Attachment): boolean =>
  encoding === undefined && text.length <= inlineCharacters;

/** The message with a short document in it. A long one stays out: it is uploaded. */
export function withInline(message: Message): Message {
  const { attachment } = message;
  if (!attachment || !inline(attachment)) return message;
  return { ...message, blocks: [...message.blocks, { kind: 'code', text: attachment.text }] };
}

export const longAttachment = ({ attachment }: Message): Attachment | null =>
  attachment && !inline(attachment) ? attachment : null;

/** Slack's upload in three steps; the file becomes visible with the last. */
export async function upload(
  client: webApi.WebClient,
  file: Attachment,
  to: { readonly channel: string; readonly thread?: string | undefined },
): Promise<void> {
  const bytes = Buffer.from(file.text, file.encoding ?? 'utf8');
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal({
    filename: file.name,
    length: bytes.length,
  });
  if (!url || !id) throw new Error('files.getUploadURLExternal named no address');
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
    redirect: 'error',
    signal: AbortSignal.timeout(30_000),
  });
  if (!answer.ok) throw new Error(`the upload was answered ${answer.status}`);
  await client.files.completeUploadExternal({
    files: [{ id, title: file.name }],
    channel_id: to.channel,
    ...(to.thread ? { thread_ts: to.thread } : {}),
  });
}
