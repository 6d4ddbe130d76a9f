import { type Logger, LogLevel } from '@slack/bolt';

/** What is asked of a logger; pino is one. */
export interface Log {
  info(detail: object, says: string): void;
  warn(detail: object, says: string): void;
  error(detail: object, says: string): void;
}

const secrets: readonly RegExp[] = [
  /\bx(?:ox[a-z]|app)-[\w-]+/g,
  /\bBearer\s+\S+/gi,
  // A response_url lets its holder speak in the channel; a socket's ticket opens the app's connection.
  /https?:\/\/\S*\/(?:commands|actions|services|workflows)\/\S+/g,
  /wss?:\/\/\S+/g,
];

export const redacted = (text: string): string =>
  secrets.reduce((out, secret) => out.replace(secret, '[redacted]'), text);

const said = (parts: readonly unknown[]): string =>
  redacted(
    parts
      .map((part) =>
        part instanceof Error ? part.message : typeof part === 'string' ? part : JSON.stringify(part),
      )
      .join(' '),
  );

/** What of an error may be logged: its kind and words, never the request that it carries. */
export function failure(error: unknown): object {
  if (!(error instanceof Error)) return { error: redacted(String(error)) };
  const { code, data } = error as { code?: unknown; data?: { error?: unknown } };
  return {
    error: redacted(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof data?.error === 'string' ? { slack: data.error } : {}),
  };
}

/** Bolt's logger, writing to ours. Its debug lines hold whole payloads, so they go nowhere. */
export function boltLogger(log: Log): Logger {
  return {
    debug: () => {},
    info: (...parts) => log.info({ from: 'bolt' }, said(parts)),
    warn: (...parts) => log.warn({ from: 'bolt' }, said(parts)),
    error: (...parts) => log.error({ from: 'bolt' }, said(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
