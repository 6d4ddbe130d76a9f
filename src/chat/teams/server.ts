import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Incoming, isActivity } from './activity.ts';
import type { Answer } from './bot-framework.ts';
import { failure, type Log } from './log.ts';

export interface TeamsServer {
  open(): Promise<void>;
  close(): Promise<void>;
  healthy(): boolean;
  port(): number | null;
}

/** An activity with all that its sender may put in is far smaller. */
const mostBytes = 256 * 1024;
const impatientMs = 3000;

function answer(response: ServerResponse, { status, body }: Answer): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(text ? { 'content-type': 'application/json; charset=utf-8' } : {}),
    'content-length': Buffer.byteLength(text),
    ...(status === 413 ? { connection: 'close' } : {}),
  });
  response.end(text);
}

/** The body, or null where it is too large: the rest is then not waited for. */
const bodyOf = (request: IncomingMessage): Promise<string | null> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mostBytes) chunks.push(chunk);
      else resolve(null);
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
  });

function activityIn(text: string): Incoming | null {
  try {
    const body: unknown = JSON.parse(text);
    return isActivity(body) ? body : null;
  } catch {
    return null;
  }
}

/** Where Teams' requests come in. Nothing is believed here: `receive` asks for the token first. */
export function createServerFor(
  options: { host: string; port: number; path: string; log: Log },
  receive: (header: string, activity: Incoming) => Promise<Answer>,
): TeamsServer {
  const { host, port, path, log } = options;
  let server: Server | null = null;

  async function take(request: IncomingMessage): Promise<Answer> {
    const { method, url = '/', headers } = request;
    if (new URL(url, 'http://teams').pathname !== path) return { status: 404 };
    if (method !== 'POST') return { status: 405 };
    // A page in somebody's browser cannot send this type without asking first.
    if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) return { status: 400 };
    const text = await bodyOf(request);
    if (text === null) return { status: 413 };
    const activity = activityIn(text);
    return activity ? receive(headers.authorization ?? '', activity) : { status: 400 };
  }

  return {
    async open() {
      server = createServer((request, response) => {
        take(request)
          .catch((error: unknown): Answer => {
            log.error({ ...failure(error) }, 'a request from Teams failed');
            return { status: 500 };
          })
          .then((given) => answer(response, given))
          .catch(() => response.destroy());
      });
      server.listen({ port, host });
      await once(server, 'listening');
      log.info({ port: portOf(server), path }, 'listening for Teams');
    },
    async close() {
      const open = server;
      server = null;
      if (!open?.listening) return;
      const closed = once(open, 'close');
      open.close();
      open.closeIdleConnections();
      const impatient = setTimeout(() => open.closeAllConnections(), impatientMs);
      await closed;
      clearTimeout(impatient);
    },
    healthy: () => server?.listening === true,
    port: () => (server ? portOf(server) : null),
  };
}

function portOf(server: Server): number | null {
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? null) : null;
}
