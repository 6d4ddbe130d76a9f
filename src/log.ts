import { type Logger, pino } from 'pino';
import prettyStream from 'pino-pretty';

/** Keys whose values never reach a log, at any depth that the code logs at. */
const secret = [
  'token',
  'accessKeyId',
  'secretAccessKey',
  'sessionToken',
  'signingSecret',
  'authorization',
  'externalId',
  'password',
  'appPassword',
  'clientSecret',
];
const paths = secret.flatMap((key) => [key, `*.${key}`, `*.*.${key}`, `err.config.headers.${key}`]);

const patterns = [
  /\b(xox[a-z]-|xapp-)[A-Za-z0-9-]+/g,
  /\b(AKIA|ASIA)[A-Z0-9]{12,}\b/g,
  /https:\/\/hooks\.slack\.com\/\S+/g,
  /\bBearer\s+[\w.~+/-]+=*/gi,
  /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g,
  /\bclient_secret=[^&\s]+/gi,
];

/** Tokens that slipped into a sentence or an error's text. */
export const redacted = (text: string): string => patterns.reduce((t, p) => t.replace(p, '[redacted]'), text);

/** JSON lines to standard error; pretty where a person watches. Standard output belongs to what was asked for. */
export function createLog(level: string, pretty = process.stderr.isTTY === true): Logger {
  const options = {
    level,
    base: { app: 'hipaa' },
    redact: { paths, censor: '[redacted]' },
    serializers: {
      err: (error: unknown) => {
        const { type, message, stack, ...rest } = pino.stdSerializers.err(error as Error);
        const code = (rest as { code?: unknown }).code;
        return {
          type,
          message: redacted(message),
          stack: redacted(stack ?? ''),
          ...(code === undefined ? {} : { code }),
        };
      },
    },
    hooks: {
      logMethod(this: Logger, args: unknown[], method: (...args: never[]) => void) {
        method.apply(this, args.map((a) => (typeof a === 'string' ? redacted(a) : a)) as never[]);
      },
    },
  };
  if (!pretty) return pino(options, pino.destination({ dest: 2, sync: false }));
  return pino(options, prettyStream({ destination: 2, sync: true, ignore: 'pid,hostname,app' }));
}
