/** What is asked of a logger; pino is one. */
export interface Log {
  info(detail: object, says: string): void;
  warn(detail: object, says: string): void;
  error(detail: object, says: string): void;
}

const secrets: readonly RegExp[] = [
  /\bBearer\s+\S+/gi,
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
  /\b(client_secret|password)=[^&\s]+/gi,
];

export const redacted = (text: string): string =>
  secrets.reduce((out, secret) => out.replace(secret, '[redacted]'), text);

/** What of an error may be logged: its kind and words, never the request that it carries. */
export function failure(error: unknown): object {
  if (!(error instanceof Error)) return { error: redacted(String(error)) };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return {
    error: redacted(error.message).slice(0, 500),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof statusCode === 'number' ? { status: statusCode } : {}),
  };
}
