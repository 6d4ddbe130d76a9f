import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Keys } from './keys.ts';
import type { Conversation, Json, Model, Person } from './model.ts';

/** The next call that fits is answered with this instead of being carried out. */
export interface Fault {
  readonly method?: 'POST' | 'PUT' | 'GET';
  readonly path?: RegExp;
  readonly status: number;
  readonly code?: string;
  readonly retryAfter?: number;
  /** Carries it out all the same: the answer is lost on the way. */
  readonly after?: true;
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: Json;
  readonly status: number;
  /** The token that came with it. */
  readonly token: string | undefined;
}

export interface Connector {
  readonly url: string;
  readonly calls: readonly Call[];
  readonly faults: Fault[];
  /** Changes what the login endpoint takes as the app's secret. */
  password: string;
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const refused = (status: number, code: string, message = code): Reply => ({
  status,
  body: { error: { code, message } },
});

const mostBytes = 100 * 1024;

/** A Bot Connector, with the login and the keys that belong to it, as strict as Microsoft describes them. */
export async function startConnector(
  model: Model,
  keys: Keys,
  app: { readonly appId: string; readonly password: string },
): Promise<Connector> {
  const calls: Call[] = [];
  const faults: Fault[] = [];
  const tokens = new Set<string>();
  const connector = { password: app.password };

  function login(body: string): Reply {
    const form = new URLSearchParams(body);
    if (form.get('client_id') !== app.appId || form.get('client_secret') !== connector.password)
      return {
        status: 401,
        body: { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid secret.' },
      };
    if (
      form.get('grant_type') !== 'client_credentials' ||
      form.get('scope') !== 'https://api.botframework.com/.default'
    )
      return { status: 400, body: { error: 'invalid_request' } };
    const token = `token-${tokens.size + 1}`;
    tokens.add(token);
    return { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token: token } };
  }

  function conversationOf(encoded: string): { found: Conversation; thread: string | null } | Reply {
    const [id = '', mark] = decodeURIComponent(encoded).split(';messageid=');
    const found = model.conversations.get(id);
    if (!found) return refused(404, 'ConversationNotFound');
    if (!found.installed) return refused(403, 'BotNotInConversationRoster');
    if (found.blocked) return refused(403, 'MessageWritesBlocked');
    if (mark !== undefined && !found.messages.has(mark))
      return refused(404, 'ConversationNotFound', 'no such thread');
    return { found, thread: mark ?? null };
  }

  function bad(activity: Json): Reply | null {
    if (JSON.stringify(activity).length * 2 > mostBytes) return refused(413, 'MessageSizeTooBig');
    const attachments: Json[] = activity['attachments'] ?? [];
    const empty = attachments.length === 0 && !activity['text'];
    if (activity['type'] !== 'message' || empty) return refused(400, 'BadSyntax', 'an empty message');
    const cards = attachments.filter((a) => a['contentType'] === 'application/vnd.microsoft.card.adaptive');
    const fit = cards.every(
      ({ content }) => content?.type === 'AdaptiveCard' && typeof content.version === 'string',
    );
    return fit ? null : refused(400, 'BadSyntax', 'not a card');
  }

  function member(found: Conversation, wanted: string): Reply {
    const person = [...model.people.values()].find(
      (one: Person) => one.id === wanted || one.aadObjectId === wanted || one.userPrincipalName === wanted,
    );
    return person && found.members.has(person.id)
      ? { status: 200, body: person }
      : refused(404, 'MemberNotFoundInConversation');
  }

  function begin(body: Json): Reply {
    // Teams' own id of the person, or Entra's.
    const id = body['members']?.[0]?.id;
    const person = [...model.people.values()].find((one) => one.id === id || one.aadObjectId === id);
    if (!person || body['tenantId'] !== model.tenant || body['isGroup'] !== false)
      return refused(400, 'BadSyntax');
    const own = [...model.conversations.values()].find(
      (c) => c.type === 'personal' && c.members.has(person.id),
    );
    if (!own) return refused(403, 'ForbiddenOperationException');
    return { status: 201, body: { id: own.id } };
  }

  function route(method: string, path: string, body: Json): Reply {
    const [, encoded = '', kind, id] =
      /^\/v3\/conversations\/([^/]+)(?:\/(\w+)(?:\/([^/]+))?)?$/.exec(path) ?? [];
    if (method === 'POST' && path === '/v3/conversations') return begin(body);
    if (encoded === '') return refused(404, 'NotFound');
    const at = conversationOf(encoded);
    if ('status' in at) return at;
    const { found, thread } = at;
    if (method === 'GET' && kind === 'members' && id) return member(found, decodeURIComponent(id));
    if (kind !== 'activities') return refused(404, 'NotFound');
    const wrong = bad(body);
    if (wrong) return wrong;
    if (method === 'POST') {
      const made = model.nextId();
      const kept = { id: made, thread, from: model.bot, activity: body, edits: 0 };
      found.messages.set(made, kept);
      return { status: 201, body: { id: made } };
    }
    const kept = found.messages.get(decodeURIComponent(id ?? ''));
    if (method !== 'PUT' || !kept) return refused(404, 'ActivityNotFoundInConversation');
    if (kept.from !== model.bot) return refused(403, 'ForbiddenOperationException');
    kept.activity = body;
    kept.edits += 1;
    return { status: 200, body: { id: kept.id } };
  }

  function answer(method: string, path: string, text: string, authorization: string | undefined): Reply {
    if (path === '/openid')
      return { status: 200, body: { issuer: 'https://api.botframework.com', jwks_uri: `${url}/keys` } };
    if (path === '/keys') return { status: 200, body: keys.jwks };
    if (path.endsWith('/oauth2/v2.0/token')) return login(text);
    const fault = faults.findIndex((f) => (f.method ?? method) === method && (f.path?.test(path) ?? true));
    const [given] = fault >= 0 ? faults.splice(fault, 1) : [];
    const fails = given && {
      ...refused(given.status, given.code ?? 'Fault'),
      headers: given.retryAfter === undefined ? {} : { 'retry-after': String(given.retryAfter) },
    };
    if (fails && !given?.after) return fails;
    if (!tokens.has(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? ''))
      return { status: 401, body: { message: 'Authorization has been denied for this request.' } };
    const done = route(method, path, text === '' ? {} : JSON.parse(text));
    return fails ?? done;
  }

  const server: Server = createServer((request, response) => {
    read(request).then((text) => {
      const { method = 'GET', url: asked = '/', headers } = request;
      const reply = answer(method, asked, text, headers.authorization);
      if (asked.startsWith('/v3/'))
        calls.push({
          method,
          path: asked,
          body: text === '' ? {} : JSON.parse(text),
          status: reply.status,
          token: headers.authorization,
        });
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
      response.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return Object.assign(connector, {
    url,
    calls,
    faults,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
