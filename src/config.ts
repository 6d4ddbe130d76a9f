import { existsSync, readFileSync } from 'node:fs';
import { validate as cronIsValid } from 'node-cron';
import { isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { configSchema, type FileConfig } from './config-schema.ts';
import { ConfigError } from './domain/errors.ts';
import type { Account } from './domain/provider.ts';

/** Everything that was configured: the file, its defaults, and what only the environment may hold. */
export interface Config extends Omit<FileConfig, 'aws'> {
  readonly aws: FileConfig['aws'] & {
    readonly regions: readonly string[];
    readonly accounts: readonly Account[];
  };
  readonly secrets: {
    readonly slackBotToken: string | undefined;
    readonly slackAppToken: string | undefined;
    readonly slackSigningSecret: string | undefined;
  };
  /** The file that was read; null when there is none. */
  readonly file: string | null;
}

export interface ConfigSources {
  readonly file?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly database?: string | undefined;
}

const secretKeys = /token|secret|password|api_?key/i;
const standardFile = 'hipaa.yml';

/** Reads and checks the configuration once; refuses it with every problem at a time, each with its line and key. */
export function loadConfig({ file, env, database }: ConfigSources): Config {
  const path = file ?? env['HIPAA_CONFIG'] ?? (existsSync(standardFile) ? standardFile : undefined);
  const parsed = parse(path === undefined ? '' : read(path), path ?? 'the configuration');
  const region = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? 'us-east-1';
  const regions = parsed.aws.regions ?? [region];
  const accounts = (parsed.aws.accounts ?? [{ name: 'default' }]).map(withId);
  return {
    ...parsed,
    database: database ?? env['HIPAA_DATABASE'] ?? parsed.database,
    aws: { ...parsed.aws, regions: regions as [string, ...string[]], accounts: accounts as never },
    secrets: {
      slackBotToken: env['SLACK_BOT_TOKEN'] || undefined,
      slackAppToken: env['SLACK_APP_TOKEN'] || undefined,
      slackSigningSecret: env['SLACK_SIGNING_SECRET'] || undefined,
    },
    file: path ?? null,
  };
}

/** A role's ARN tells the account that it leads to. */
function withId(account: NonNullable<FileConfig['aws']['accounts']>[number]): Account {
  const id = account.id ?? account.role?.split(':')[4];
  const entries = Object.entries({ ...account, id }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as Account;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'is not there' : 'cannot be read';
    throw new ConfigError([`${path} ${why}. Name another file with --config or HIPAA_CONFIG.`], { cause });
  }
}

function parse(text: string, name: string): FileConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new ConfigError(
      document.errors.map((e) => `${name}:${lines.linePos(e.pos[0]).line}: ${e.message}`),
    );
  }
  const at = (path: readonly PropertyKey[]): string => {
    for (let n = path.length; n > 0; n--) {
      const node = keyNode(document.contents as Node | null, path.slice(0, n));
      if (node?.range) return `${name}:${lines.linePos(node.range[0]).line}`;
    }
    return name;
  };
  const value = document.toJS() ?? {};
  const leaked = secretsIn(value);
  if (leaked.length > 0) {
    const remedy =
      'is a secret: put it in the environment (SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET)';
    throw new ConfigError(leaked.map((path) => `${at(path)}: ${path.join('.')} ${remedy}`));
  }
  const result = configSchema.safeParse(value);
  const problems = result.success ? cronProblems(result.data) : result.error.issues.flatMap(spoken);
  if (problems.length > 0) {
    throw new ConfigError(
      problems.map(({ path, says }) => `${at(path)}: ${path.join('.') || 'the file'} ${says}`),
    );
  }
  return result.data as FileConfig;
}

interface Problem {
  readonly path: readonly PropertyKey[];
  readonly says: string;
}

/** zod's issues, as sentences that go on after the key's name. */
function spoken(issue: z.core.$ZodIssue): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      says: 'is not a setting; docs/configuration.md lists them',
    }));
  }
  if (issue.code === 'invalid_value')
    return [{ path: issue.path, says: `must be one of ${issue.values.join(', ')}` }];
  if (issue.code === 'invalid_type' && issue.expected === 'string') {
    return [{ path: issue.path, says: 'must be text (put it in quotes)' }];
  }
  if (issue.code === 'invalid_type') return [{ path: issue.path, says: `must be of type ${issue.expected}` }];
  if (issue.code === 'too_small') return [{ path: issue.path, says: `must be at least ${issue.minimum}` }];
  if (issue.code === 'too_big') return [{ path: issue.path, says: `must be at most ${issue.maximum}` }];
  return [{ path: issue.path, says: issue.message }];
}

function cronProblems(config: FileConfig): readonly Problem[] {
  const crons: [readonly PropertyKey[], string | null][] = [
    [['schedule', 'scan'], config.schedule.scan],
    ...config.digests.map((d, i): [readonly PropertyKey[], string] => [['digests', i, 'cron'], d.cron]),
  ];
  return crons
    .filter(([, expression]) => expression !== null && !cronIsValid(expression))
    .map(([path, expression]) => ({
      path,
      says: `"${expression}" is not a cron expression such as 0 8 * * 1-5`,
    }));
}

function secretsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    const looksSecret =
      typeof inner === 'string' && (secretKeys.test(key) || /^(xox[a-z]-|xapp-)/.test(inner));
    return looksSecret ? [here] : secretsIn(inner, here);
  });
}

/** The node of a key (not of its value), so that a message points at the line on which the key stands. */
function keyNode(root: Node | null, path: readonly PropertyKey[]): Node | null {
  let node: Node | null = root;
  let found: Node | null = null;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((p) => isPair(p) && isScalar(p.key) && p.key.value === step);
      if (!pair) return null;
      found = pair.key as Node;
      node = pair.value as Node | null;
    } else {
      const items = (node as { items?: Node[] } | null)?.items;
      found = node = items?.[Number(step)] ?? null;
      if (!node) return null;
    }
  }
  return found;
}
