import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { HTTPReceiver } from '@slack/bolt';
import { limits } from './limits.ts';
import { boltLogger, type Log } from './log.ts';
import type { Line } from './socket.ts';

const impatientMs = 3000;

function answer(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0 });
  response.end();
}

/** Bolt refuses what was signed too long ago; what claims to come from the future could be kept and sent later. */
function ahead(request: IncomingMessage, nowMs: number): boolean {
  const signedAt = Number(request.headers['x-slack-request-timestamp']);
  return signedAt - nowMs / 1000 > limits.signatureAgeS;
}

/** Signed requests over HTTP. Bolt checks signature and age of each before anything else is done with it. */
export function createHttpLine(options: {
  signingSecret: string;
  port: number;
  host: string | undefined;
  path: string;
  log: Log;
}): Line & { address(): number | null } {
  const { signingSecret, port, host, path, log } = options;
  const receiver = new HTTPReceiver({ signingSecret, endpoints: path, logger: boltLogger(log) });
  let server: Server | null = null;

  function take(request: IncomingMessage, response: ServerResponse): void {
    try {
      if (ahead(request, Date.now())) answer(response, 401);
      else receiver.requestListener(request, response);
    } catch {
      // No path of ours.
      answer(response, 404);
    }
  }

  return {
    receiver,
    async open() {
      server = createServer(take);
      server.listen({ port, ...(host ? { host } : {}) });
      await once(server, 'listening');
      log.info({ port: addressOf(server), path }, 'listening for Slack');
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
    address: () => (server ? addressOf(server) : null),
  };
}

function addressOf(server: Server): number | null {
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? null) : null;
}
