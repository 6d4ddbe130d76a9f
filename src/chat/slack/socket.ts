import { type Receiver, SocketModeReceiver } from '@slack/bolt';
import { boltLogger, failure, type Log } from './log.ts';
import { unfit } from './outcome.ts';

/** The way Slack's requests come in. */
export interface Line {
  readonly receiver: Receiver;
  /** Resolves when requests can arrive; rejects where no patience would help. */
  open(): Promise<void>;
  /** No request arrives after this. */
  close(): Promise<void>;
  healthy(): boolean;
}

const helloMs = 20_000;
const longestPauseMs = 30_000;
const briefMs = 10_000;

/**
 * Socket Mode, kept open. The client's own reconnecting waits five seconds at each of Slack's rotations, and ends the
 * process with an unhandled rejection when Slack cannot be reached; so it is switched off and done here.
 */
export function createSocketLine(options: { appToken: string; apiUrl: string | undefined; log: Log }): Line {
  const { appToken, apiUrl, log } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: boltLogger(log),
    installerOptions: {
      clientOptions: {
        ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
        retryConfig: { retries: 0 },
        timeout: 10_000,
      },
    },
  });
  const { client } = receiver;
  let closing = false;
  let connected = false;
  let wake = () => {};
  let running = Promise.resolve();
  client.on('connected', () => {
    connected = true;
  });
  client.on('disconnected', () => {
    connected = false;
  });

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function connect(): Promise<void> {
    const late = setTimeout(() => void client.disconnect(), helloMs);
    try {
      await client.start();
    } finally {
      clearTimeout(late);
    }
  }

  const lost = () =>
    new Promise<void>((resolve) => {
      if (connected) client.once('disconnected', () => resolve());
      else resolve();
    });

  async function keep(): Promise<void> {
    let failures = 0;
    while (!closing) {
      const since = Date.now();
      try {
        if (!connected) await connect();
        await lost();
        if (closing) return;
        log.info({}, 'Slack closed the socket: connecting again');
        // A socket that is closed as soon as it is open would otherwise be asked for without end.
        failures = Date.now() - since < briefMs ? failures + 1 : 0;
      } catch (error) {
        failures++;
        log.warn({ failures, ...failure(error ?? 'closed') }, 'no connection to Slack');
      }
      if (failures > 1)
        await pause(Math.min(longestPauseMs, 250 * 2 ** failures) * (0.5 + Math.random() / 2));
    }
  }

  return {
    receiver,
    async open() {
      closing = false;
      try {
        await connect();
      } catch (error) {
        // A wrong token is said at once; a network that is down may come back.
        if (unfit(error)) throw error;
        log.warn({ ...failure(error ?? 'closed') }, 'no connection to Slack yet: trying on');
      }
      running = keep();
    },
    async close() {
      closing = true;
      wake();
      if (connected) await Promise.race([client.disconnect(), pause(2000)]);
      wake();
      await Promise.race([running, pause(helloMs)]);
      wake();
    },
    healthy: () => connected,
  };
}
