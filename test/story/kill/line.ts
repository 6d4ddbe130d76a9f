import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** What becomes of one request that changes something: `deliver` lets it arrive; no answer is a broken connection. */
export type Fate = (deliver: () => Promise<Answer>) => Promise<Answer | null>;

/**
 * The line between a process and the cloud. What it has taken on, it delivers also when the sender has died since, so
 * that what arrived is known for certain; and it can lose an answer, which the cloud cannot.
 */
export interface Line {
  readonly endpoint: string;
  /** The fate of one change, the first being 0; all others pass. */
  fate(nth: number, fate: Fate): void;
  /** Runs after the cloud has answered the next question whose path matches, and before that answer is passed on. */
  meanwhile(path: RegExp, work: () => Promise<unknown>): void;
  stop(): Promise<void>;
}

export async function startLine(upstream: string): Promise<Line> {
  const { hostname, port } = new URL(upstream);
  const fates = new Map<number, Fate>();
  let changes = 0;
  let waiting: { path: RegExp; work: () => Promise<unknown> } | null = null;

  const deliver = (incoming: IncomingMessage, body: Buffer) =>
    new Promise<Answer>((resolve, reject) => {
      const headers = Object.fromEntries(
        Object.entries(incoming.headers).filter(([name]) => !/^(connection|transfer-encoding)$/.test(name)),
      );
      const { method, url: path } = incoming;
      const onward = request({ hostname, port, method, path, headers, setHost: false }, async (answer) => {
        const status = answer.statusCode ?? 502;
        resolve({ status, headers: answer.rawHeaders, body: Buffer.concat(await answer.toArray()) });
      });
      onward.once('error', reject).end(body);
    });

  const server = createServer(async (incoming, outgoing) => {
    const body = Buffer.concat(await incoming.toArray().catch(() => []));
    if (!incoming.complete) return;
    const isChange = incoming.method === 'PUT' || incoming.method === 'DELETE';
    const fate = isChange ? fates.get(changes++) : undefined;
    const go = () => deliver(incoming, body);
    const answer = await (fate ? fate(go) : go()).catch(() => null);
    if (answer === null) return outgoing.destroy();
    if (!isChange && waiting?.path.test(incoming.url ?? '')) {
      const { work } = waiting;
      waiting = null;
      await work();
    }
    const kept = answer.headers.flatMap((name, i, all) =>
      i % 2 === 0 && !/^(connection|transfer-encoding|keep-alive)$/i.test(name)
        ? [name, all[i + 1] ?? '']
        : [],
    );
    outgoing.writeHead(answer.status, kept).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fate: (nth, fate) => void fates.set(nth, fate),
    meanwhile(path, work) {
      waiting = { path, work };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
