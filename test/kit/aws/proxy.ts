import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, type Fault, renderFault } from './faults.ts';
import { nameCall, type WireCall } from './wire.ts';

export * from './faults.ts';

export interface Call extends WireCall {
  method: string;
  path: string;
  /** Milliseconds since the proxy started. */
  at: number;
  status?: number;
  durationMs?: number;
  /** Answered by a rule, never seen by the upstream. */
  faulted: boolean;
}

export interface RuleOptions {
  service?: string;
  operation?: string | RegExp;
  match?: (call: Call) => boolean;
  /** Only the first so many matching calls. */
  times?: number;
  /** The share of matching calls, drawn from a fixed seed so that a run repeats. */
  rate?: number;
  fault: Fault;
}

export interface Rule extends RuleOptions {
  hits: number;
  remove(): void;
}

export interface ProxyOptions {
  upstream: string;
  latencyMs?: number | ((call: Call) => number);
}

export interface AwsProxy {
  endpoint: string;
  rules: readonly Rule[];
  rule(options: RuleOptions): Rule;
  calls(): Call[];
  /** By "service:Operation", retries included. */
  counts(): Map<string, number>;
  /** By key, first tries only: what was asked more than once. */
  repeated(): Map<string, number>;
  /** The most calls at one moment, by service and under "all". */
  concurrency(): Map<string, number>;
  setLatency(latencyMs: ProxyOptions['latencyMs']): void;
  /** Forgets calls, counts and rules. */
  reset(): void;
  stop(): Promise<void>;
}

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'proxy-connection',
  'upgrade',
  'te',
]);
const maxBufferedBytes = 1_000_000;

export async function startProxy(options: ProxyOptions): Promise<AwsProxy> {
  const upstream = new URL(options.upstream);
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const started = performance.now();
  const held = new Set<ServerResponse>();
  const inFlight = new Map<string, number>();
  const peak = new Map<string, number>();
  const rules: Rule[] = [];
  let latencyMs = options.latencyMs ?? 0;
  let calls: Call[] = [];
  let random = seeded();

  const enter = (call: Call) => {
    for (const name of [call.service, 'all']) {
      const now = (inFlight.get(name) ?? 0) + 1;
      inFlight.set(name, now);
      if (now > (peak.get(name) ?? 0)) peak.set(name, now);
    }
  };
  const leave = (call: Call) => {
    for (const name of [call.service, 'all']) inFlight.set(name, (inFlight.get(name) ?? 1) - 1);
  };

  const faultFor = (call: Call): Fault | undefined => {
    const rule = rules.find(
      (r) =>
        (r.service === undefined || r.service === call.service) &&
        (r.operation === undefined || isNamed(r.operation, call.operation)) &&
        (r.times === undefined || r.hits < r.times) &&
        (r.match?.(call) ?? true) &&
        (r.rate === undefined || random() < r.rate),
    );
    if (rule) rule.hits += 1;
    return rule?.fault;
  };

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch((error: Error) =>
      send(outgoing, {
        status: 502,
        headers: { 'content-type': 'text/plain' },
        body: `proxy: ${error.stack}`,
      }),
    );
  });

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse) {
    const body = await readSmallBody(incoming).catch(() => undefined);
    if (body === undefined) return outgoing.destroy();
    const call: Call = {
      ...nameCall({
        method: incoming.method ?? 'GET',
        path: incoming.url ?? '/',
        headers: incoming.headers,
        body: body === 'streamed' ? '' : body,
      }),
      method: incoming.method ?? 'GET',
      path: incoming.url ?? '/',
      at: performance.now() - started,
      faulted: false,
    };
    calls.push(call);
    enter(call);
    outgoing.once('close', () => {
      leave(call);
      call.durationMs = performance.now() - started - call.at;
      if (outgoing.headersSent) call.status = outgoing.statusCode;
    });

    const delay = typeof latencyMs === 'function' ? latencyMs(call) : latencyMs;
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    if (outgoing.destroyed) return;

    const fault = faultFor(call);
    if (!fault) return forward(incoming, outgoing, body);
    call.faulted = true;
    incoming.resume();
    const rendered = renderFault(fault, call);
    if (rendered === 'hang') held.add(outgoing.once('close', () => held.delete(outgoing)));
    else if (rendered === 'drop') outgoing.socket?.destroy();
    else send(outgoing, rendered);
  }

  function forward(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    body: Buffer | 'streamed',
    again = false,
  ) {
    const onward = request({
      agent,
      host: upstream.hostname,
      port: upstream.port,
      method: incoming.method,
      path: incoming.url,
      // Host stays as the client wrote and signed it: a bucket's name may be in it.
      headers: pairs(incoming.rawHeaders),
      setHost: false,
    });
    onward.once('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, pairs(answer.rawHeaders));
      answer.pipe(outgoing);
      answer.once('error', () => outgoing.destroy());
    });
    onward.once('error', (error: NodeJS.ErrnoException) => {
      // The upstream closed an idle connection just as it was reused; only then was nothing heard.
      const stale = onward.reusedSocket && error.code === 'ECONNRESET' && body !== 'streamed' && !again;
      if (stale) return forward(incoming, outgoing, body, true);
      if (outgoing.headersSent || outgoing.destroyed) return outgoing.destroy();
      send(outgoing, {
        status: 502,
        headers: { 'content-type': 'text/plain' },
        body: `upstream: ${error.message}`,
      });
    });
    outgoing.once('close', () => onward.destroy());
    if (body === 'streamed') incoming.pipe(onward);
    else onward.end(body);
  }

  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });

  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rules,
    rule(ruleOptions) {
      const rule: Rule = {
        ...ruleOptions,
        hits: 0,
        remove: () => void (rules.includes(rule) && rules.splice(rules.indexOf(rule), 1)),
      };
      rules.push(rule);
      return rule;
    },
    calls: () => [...calls],
    counts: () => tally(calls.map((c) => `${c.service}:${c.operation}`)),
    repeated: () =>
      new Map([...tally(calls.filter((c) => c.attempt === 1).map((c) => c.key))].filter(([, n]) => n > 1)),
    concurrency: () => new Map(peak),
    setLatency(next) {
      latencyMs = next ?? 0;
    },
    reset() {
      calls = [];
      rules.length = 0;
      peak.clear();
      random = seeded();
    },
    async stop() {
      for (const response of held) response.destroy();
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(outgoing: ServerResponse, { status, headers, body }: Answer) {
  outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  outgoing.end(body);
}

// An object's bytes pass through; everything a call can be named by is small.
async function readSmallBody(incoming: IncomingMessage): Promise<Buffer | 'streamed'> {
  const length = Number(incoming.headers['content-length'] ?? 0);
  const isChunked = 'transfer-encoding' in incoming.headers;
  if (length > maxBufferedBytes || (isChunked && incoming.method === 'PUT')) return 'streamed';
  if (length === 0 && !isChunked) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function pairs(raw: readonly string[]): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (let i = 0; i < raw.length; i += 2) {
    const [name = '', value = ''] = raw.slice(i, i + 2);
    if (hopByHop.has(name.toLowerCase())) continue;
    headers[name] = name in headers ? [headers[name] ?? '', value].flat() : value;
  }
  return headers;
}

const isNamed = (wanted: string | RegExp, operation: string): boolean =>
  typeof wanted === 'string' ? wanted === operation : wanted.test(operation);

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function seeded(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
