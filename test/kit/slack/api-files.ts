import { destination } from './api-chat.ts';
import { isRecord, type Json } from './json.ts';
import { checkContent } from './message-check.ts';
import type { UploadedFile } from './model.ts';
import { type Method, refuse, refuseWith, type Slack } from './slack.ts';

const getUploadUrl: Method = (slack, args) => {
  const { filename, length } = args;
  if (!filename) return refuseWith('invalid_arguments', ['[ERROR] missing required field: filename']);
  if (!(Number(length) > 0))
    return refuseWith('invalid_arguments', ['[ERROR] missing required field: length']);
  const file: UploadedFile = {
    id: slack.store.id('F'),
    filename: String(filename),
    title: String(filename),
    length: Number(length),
    complete: false,
  };
  slack.store.files.set(file.id, file);
  return { ok: true, upload_url: `${slack.origin()}/upload/v1/${file.id}`, file_id: file.id };
};

/** The upload endpoint takes the raw bytes or a form with one file in it. */
export async function receiveUpload(
  slack: Slack,
  fileId: string,
  contentType: string,
  body: Buffer,
): Promise<{ status: number; text: string }> {
  const file = slack.store.files.get(fileId);
  if (!file) return { status: 404, text: 'not found' };
  let content = body;
  if (contentType.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    }).formData();
    const parts = [...form.values()];
    const part = parts.find((each) => typeof each !== 'string') ?? parts[0];
    if (part === undefined) return { status: 400, text: 'no file' };
    content = Buffer.from(typeof part === 'string' ? part : new Uint8Array(await part.arrayBuffer()));
  }
  if (content.length !== file.length) return { status: 400, text: 'length does not match' };
  file.content = content;
  return { status: 200, text: `OK - ${content.length}` };
}

function fileJson(file: UploadedFile): Json {
  return { id: file.id, name: file.filename, title: file.title, size: file.length, mode: 'hosted' };
}

const complete: Method = (slack, args) => {
  const wanted: unknown[] = Array.isArray(args['files']) ? args['files'] : [];
  const files: UploadedFile[] = [];
  for (const each of wanted) {
    const file = isRecord(each) ? slack.store.files.get(String(each['id'])) : undefined;
    if (!file?.content || file.complete) return refuse('file_not_found');
    if (isRecord(each) && each['title']) file.title = String(each['title']);
    files.push(file);
  }
  if (files.length === 0) return refuseWith('invalid_arguments', ['[ERROR] missing required field: files']);
  if (args['channel_id'] !== undefined) {
    const channel = destination(slack, args['channel_id']);
    if (!channel) return refuse('channel_not_found');
    if (!channel.members.has(slack.bot.id)) return refuse('not_in_channel');
    const text = String(args['initial_comment'] ?? '');
    const blocks = args['blocks'] ?? [];
    if (text || blocks.length) {
      const checked = checkContent(slack, 'files.completeUploadExternal', { text, blocks });
      if (!checked.ok) return checked.refusal;
    }
    slack.store.post({
      channel: channel.id,
      user: slack.bot.id,
      via: 'api',
      text,
      blocks,
      attachments: [],
      files: files.map(fileJson),
      broadcast: false,
      ...(args['thread_ts'] ? { threadTs: String(args['thread_ts']) } : {}),
    });
    for (const file of files) file.channel = channel.id;
  }
  for (const file of files) file.complete = true;
  return { ok: true, files: files.map((file) => ({ id: file.id, title: file.title })) };
};

export const fileMethods: Record<string, Method> = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': complete,
};
