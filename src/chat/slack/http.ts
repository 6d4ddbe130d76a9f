import type { Server } from 'node:http';
import { HTTPReceiver } from '@slack/bolt';
import { boltLogger, type Log } from './log.ts';
import type { Line } from './socket.ts';

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
  return {
    receiver,
    async open() {
      // Bolt hands what it is given to `listen`, whatever its types say.
      const where = { port, ...(host ? { host } : {}) } as unknown as number;
      server = (await receiver.start(where)) as Server;
      log.info({ port: addressOf(server), path }, 'listening for Slack');
    },
    async close() {
      const open = server;
      server = null;
      if (!open) return;
      const closed = receiver.stop();
      open.closeIdleConnections();
      const impatient = setTimeout(() => open.closeAllConnections(), 3000);
      await closed.finally(() => clearTimeout(impatient));
    },
    healthy: () => server?.listening === true,
    address: () => (server ? addressOf(server) : null),
  };
}

function addressOf(server: Server): number | null {
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? null) : null;
}
