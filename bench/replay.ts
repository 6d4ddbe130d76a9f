import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nameCall } from '../test/kit/aws/wire.ts';

interface Kept {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

export interface Replay {
  readonly endpoint: string;
  /** Calls that had to be asked of the emulator. */
  misses(): number;
  stop(): Promise<void>;
}

/** Answers from memory what was asked before: an emulator in Python would otherwise be what is measured. */
export async function startReplay(upstream: string): Promise<Replay> {
  const kept = new Map<string, Kept>();
  let misses = 0;
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', async () => {
      const body = Buffer.concat(chunks);
      const { method = 'GET', url = '/', headers } = incoming;
      const { key } = nameCall({ method, path: url, headers, body });
      const question = `${headers.host ?? ''} ${key}`;
      let answer = kept.get(question);
      if (!answer) {
        misses++;
        const told = await fetch(`${upstream}${url}`, {
          method,
          headers: Object.fromEntries(
            Object.entries(headers).filter(([name]) => !/^(host|connection|content-length)$/.test(name)),
          ) as Record<string, string>,
          ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
        });
        const skipped = /^(content-encoding|content-length|transfer-encoding|connection|date)$/;
        answer = {
          status: told.status,
          headers: Object.fromEntries([...told.headers].filter(([name]) => !skipped.test(name))),
          body: Buffer.from(await told.arrayBuffer()),
        };
        kept.set(question, answer);
      }
      outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
      outgoing.end(method === 'HEAD' ? undefined : answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    misses: () => misses,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
