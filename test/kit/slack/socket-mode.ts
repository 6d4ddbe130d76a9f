import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isRecord, type Json } from './json.ts';

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

export interface SocketMode {
  /** An address good for one connection. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Hands the envelope to one of the sockets; false when there is none. */
  send(envelope: Json): boolean;
  count(): number;
  disconnect(reason: DisconnectReason): void;
  cut(): void;
  stop(): void;
}

export function startSocketMode(options: {
  origin: () => string;
  maxSockets: number;
  pingEveryMs: number;
  onAck: (envelopeId: string, payload: unknown) => void;
}): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const sockets = new Set<WebSocket>();
  let turn = 0;

  const disconnectMessage = (reason: DisconnectReason) =>
    JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-test' } });

  const welcome = (socket: WebSocket) => {
    if (sockets.size >= options.maxSockets) {
      socket.send(disconnectMessage('too_many_websockets'));
      return socket.close();
    }
    sockets.add(socket);
    let alive = true;
    // Without pings an app cannot notice a dead line; without pongs neither can Slack.
    const pings = setInterval(() => {
      if (!alive) return socket.terminate();
      alive = false;
      socket.ping(`Ping from applink-test`);
    }, options.pingEveryMs);
    socket.on('pong', () => {
      alive = true;
    });
    socket.on('close', () => {
      clearInterval(pings);
      sockets.delete(socket);
    });
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      const said: unknown = JSON.parse(String(data));
      if (isRecord(said) && typeof said['envelope_id'] === 'string')
        options.onAck(said['envelope_id'], said['payload']);
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.size,
        debug_info: { host: 'applink-test', build_number: 1, approximate_connection_time: 18060 },
        connection_info: { app_id: 'A000000001' },
      }),
    );
  };

  return {
    ticket: () => {
      const ticket = randomBytes(12).toString('hex');
      tickets.add(ticket);
      return `${options.origin().replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=A000000001`;
    },
    upgrade: (request, socket, head) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      // delete() answers whether the ticket was still there: a second use is turned away.
      if (pathname !== '/link/' || !tickets.delete(searchParams.get('ticket') ?? '')) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    send: (envelope) => {
      const open = [...sockets].filter((socket) => socket.readyState === socket.OPEN);
      const socket = open[turn++ % Math.max(open.length, 1)];
      socket?.send(JSON.stringify(envelope));
      return socket !== undefined;
    },
    count: () => sockets.size,
    disconnect: (reason) => {
      for (const socket of sockets) socket.send(disconnectMessage(reason));
    },
    cut: () => {
      for (const socket of sockets) socket.terminate();
    },
    stop: () => {
      for (const socket of sockets) socket.terminate();
      server.close();
    },
  };
}
