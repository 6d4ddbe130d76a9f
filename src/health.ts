import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { lastGood, type Scan } from './domain/scan.ts';
import type { Store } from './domain/store.ts';

/** What Prometheus reads. Names and labels are a contract: docs/operations.md lists them. */
export function createMetrics(store: Store, now: () => Date) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({
    name: 'hipaa_open_findings',
    help: 'Open findings by severity',
    labelNames: ['severity'],
    registers,
    async collect() {
      const counts = await store.findings.counts();
      for (const s of ['critical', 'high', 'medium', 'low'] as const) this.set({ severity: s }, counts[s]);
    },
  });
  new Gauge({
    name: 'hipaa_outbox_depth',
    help: 'Messages that wait to be delivered',
    registers,
    async collect() {
      this.set(await store.outbox.depth());
    },
  });
  let looked: { readonly newest: string; readonly good: Scan | null } | undefined;
  new Gauge({
    name: 'hipaa_last_scan_age_seconds',
    help: 'Time since the newest whole scan that opened every account and got answers; -1 when there is none',
    registers,
    async collect() {
      const [newest] = await store.scans.latest(1, 'finished');
      // Of hundreds of accounts the older scans are long to read: only a new one changes the answer.
      if (newest && newest.id !== looked?.newest)
        looked = {
          newest: newest.id,
          good: lastGood([newest]) ?? lastGood(await store.scans.latest(200, 'finished')),
        };
      const scan = looked?.good;
      this.set(scan?.finishedAt ? (now().getTime() - Date.parse(scan.finishedAt)) / 1000 : -1);
    },
  });
  const scans = new Counter({
    name: 'hipaa_scans_total',
    help: 'Scans by how they ended',
    labelNames: ['state'],
    registers,
  });
  const calls = new Counter({ name: 'hipaa_cloud_calls_total', help: 'API calls made by scans', registers });
  const heard = new Histogram({
    name: 'hipaa_chat_answer_seconds',
    help: 'From hearing a command to its answer',
    labelNames: ['outcome'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
    registers,
  });
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    scanEnded: (scan: Scan) => {
      scans.inc({ state: scan.state });
      calls.inc(scan.calls);
    },
    answered: (seconds: number, outcome: 'answered' | 'failed') => heard.observe({ outcome }, seconds),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * `/healthz`: the process lives. `/readyz`: the store can be written and the chat is connected. `/metrics`: Prometheus.
 * Nothing here names a resource or a person.
 */
export async function serveHealth(
  at: { host: string; port: number },
  metrics: Metrics,
  ready: () => Promise<readonly string[]>,
): Promise<HealthServer> {
  const server: Server = createServer(async (request, response) => {
    const answer = (status: number, body: string, type = 'application/json') => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    };
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://health');
      if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, '{"error":"only GET"}');
      if (pathname === '/healthz') return answer(200, '{"status":"ok"}');
      if (pathname === '/metrics') return answer(200, await metrics.text(), metrics.contentType);
      if (pathname === '/readyz') {
        const missing = await ready();
        return answer(
          missing.length === 0 ? 200 : 503,
          JSON.stringify({ ready: missing.length === 0, missing }),
        );
      }
      answer(404, '{"error":"there is /healthz, /readyz and /metrics"}');
    } catch {
      answer(503, '{"status":"the store does not answer"}');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
