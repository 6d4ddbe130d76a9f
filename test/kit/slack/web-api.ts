import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { chatMethods, destination } from './api-chat.ts';
import { conversationMethods } from './api-conversations.ts';
import { fileMethods, receiveUpload } from './api-files.ts';
import { peopleMethods } from './api-people.ts';
import { viewMethods } from './api-views.ts';
import type { Fault } from './faults.ts';
import { isRecord, type Json } from './json.ts';
import type { Call } from './model.ts';
import { respond } from './response-url.ts';
import { neededScope } from './scopes.ts';
import { type Method, refuse, type Slack } from './slack.ts';

const METHODS: Record<string, Method> = {
  ...peopleMethods,
  ...chatMethods,
  ...conversationMethods,
  ...viewMethods,
  ...fileMethods,
};

interface Answer {
  readonly status: number;
  readonly body: Json | string;
  readonly headers?: Record<string, string>;
}

/** Every HTTP request but the socket upgrades comes through here. */
export async function answerRequest(
  slack: Slack,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';

  if (pathname.startsWith('/upload/v1/')) {
    const id = pathname.slice('/upload/v1/'.length);
    return withFaults(slack, response, 'files.upload', { file_id: id }, async () => {
      const received = await receiveUpload(slack, id, type, body);
      return { status: received.status, body: received.text };
    });
  }
  const args = { ...Object.fromEntries(searchParams), ...(await parseArgs(type, body)) };
  if (pathname.startsWith('/api/')) {
    const token = request.headers.authorization?.replace(/^Bearer /i, '') ?? args['token'];
    delete args['token'];
    const method = pathname.slice('/api/'.length);
    return withFaults(slack, response, method, args, () => callMethod(slack, method, args, token));
  }
  return withFaults(slack, response, 'response_url', args, () =>
    respond(slack, slack.responseUrls.find(pathname), args),
  );
}

function callMethod(slack: Slack, method: string, args: Json, token: unknown): Answer {
  const { settings } = slack;
  const ok = (body: Json): Answer => ({
    status: 200,
    body,
    headers: { 'x-oauth-scopes': settings.scopes.join(',') },
  });
  const run = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (!run) return ok(refuse('unknown_method', { req_method: method }));
  if (!token) return ok(refuse('not_authed'));
  if (token !== settings.botToken && token !== settings.appToken) return ok(refuse('invalid_auth'));
  const wantsAppToken = method === 'apps.connections.open';
  if (wantsAppToken !== (token === settings.appToken)) return ok(refuse('not_allowed_token_type'));

  const channel = typeof args['channel'] === 'string' ? destination(slack, args['channel']) : undefined;
  const needed = neededScope(method, channel);
  if (needed && !settings.scopes.includes(needed))
    return ok(refuse('missing_scope', { needed, provided: settings.scopes.join(',') }));
  if (method === 'chat.postMessage' && channel && !slack.mayPost(channel.id))
    return { status: 429, body: refuse('ratelimited'), headers: { 'retry-after': '1' } };
  return ok(run(slack, args));
}

/** Answers one call, after whatever was planned to go wrong with it has gone wrong. */
async function withFaults(
  slack: Slack,
  response: ServerResponse,
  method: string,
  args: Json,
  run: () => Answer | Promise<Answer>,
): Promise<void> {
  const fault = slack.faults.take(method, args);
  const call: Call = { method, args, at: Date.now(), status: 0, response: {}, ms: 0 };
  slack.calls.push(call);
  if (fault?.delayMs) await sleep(fault.delayMs);
  const answer = fault && fault.drop !== 'after' && strikes(fault) ? struck(fault) : await run();
  call.ms = Date.now() - call.at;
  call.status = fault?.drop ? 0 : answer.status;
  call.response = fault?.drop
    ? { dropped: fault.drop }
    : isRecord(answer.body)
      ? answer.body
      : { text: answer.body };
  if (fault?.drop) {
    response.destroy();
    return;
  }
  const json = typeof answer.body !== 'string';
  response.writeHead(answer.status, {
    'content-type': json ? 'application/json; charset=utf-8' : 'text/plain',
    ...answer.headers,
  });
  response.end(json ? JSON.stringify(answer.body) : answer.body);
}

/** A fault with nothing but a delay or a lost answer still lets the call happen. */
function strikes(fault: Fault): boolean {
  return (
    fault.drop === 'before' ||
    fault.status !== undefined ||
    fault.error !== undefined ||
    fault.retryAfter !== undefined
  );
}

function struck(fault: Fault): Answer {
  const limited = fault.retryAfter !== undefined || fault.status === 429;
  const status = fault.status ?? (limited ? 429 : 200);
  return {
    status,
    body: refuse(fault.error ?? (limited ? 'ratelimited' : 'internal_error')),
    ...(limited ? { headers: { 'retry-after': String(fault.retryAfter ?? 1) } } : {}),
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const STRUCTURED = ['blocks', 'attachments', 'metadata', 'view', 'files'];
const FLAGS = [
  'inclusive',
  'include_all_metadata',
  'include_disabled',
  'include_users',
  'reply_broadcast',
  'return_im',
];

async function parseArgs(type: string, body: Buffer): Promise<Json> {
  const args: Json = {};
  if (type.startsWith('application/json')) {
    const parsed = tryJson(body.toString());
    if (isRecord(parsed)) Object.assign(args, parsed);
  } else if (type.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    for (const [name, value] of form) args[name] = value;
  } else Object.assign(args, Object.fromEntries(new URLSearchParams(body.toString())));
  // Slack takes structured arguments as JSON text in a form, and the SDK sends them so.
  for (const name of STRUCTURED) if (typeof args[name] === 'string') args[name] = tryJson(args[name]);
  for (const name of FLAGS)
    if (args[name] !== undefined) args[name] = ['true', '1', true, 1].includes(args[name]);
  return args;
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
