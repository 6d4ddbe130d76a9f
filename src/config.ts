import { existsSync, readFileSync } from 'node:fs';
import { isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Problem, problemsOf } from './config/problems.ts';
import { configSchema, type FileConfig } from './config/schema.ts';
import { region } from './config/words.ts';
import { ConfigError } from './domain/errors.ts';
import type { Persons } from './domain/people.ts';
import type { Account } from './domain/provider.ts';
import { openVault } from './vault.ts';

/** Everything that was configured: the file, its defaults, and what only the environment may hold. */
export interface Config extends Omit<FileConfig, 'aws' | 'persons'> {
  /** The accounts of each person, from `persons` and `slack.persons`. */
  readonly persons: Persons;
  readonly aws: FileConfig['aws'] & {
    readonly regions: readonly string[] | 'all';
    /** Where an account is first asked. */
    readonly home: string;
    readonly accounts: readonly Account[];
  };
  readonly secrets: {
    readonly slackBotToken: string | undefined;
    readonly slackAppToken: string | undefined;
    readonly slackSigningSecret: string | undefined;
    /** Seals what must not be readable in the database: 32 bytes in base64. */
    readonly sealingKey: string | undefined;
    /** Another address of Slack's Web API: a proxy, or a server in a test. */
    readonly slackApiUrl: string | undefined;
    /** The client secret of the Teams app. */
    readonly teamsPassword: string | undefined;
    /** Other addresses of the Bot Framework: another cloud, or servers in a test. */
    readonly teamsServiceUrl: string | undefined;
    readonly teamsOpenIdUrl: string | undefined;
    readonly teamsLoginUrl: string | undefined;
  };
  /** The file that was read; null when there is none. */
  readonly file: string | null;
}

export interface ConfigSources {
  readonly file?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly database?: string | undefined;
  /** Leaves the file of the current folder alone: the demo is the same everywhere. */
  readonly onlyNamed?: boolean;
  /** For a program that approves nothing: it needs no HIPAA_SECRET_KEY, whatever the tiers ask. */
  readonly withoutKey?: boolean;
}

const secretKeys = /token|secret|password|api_?key/i;
const standardFile = 'hipaa.yml';

/** Reads and checks the configuration once; refuses it with every problem at a time, each with its line and key. */
export function loadConfig({ file, env, database, onlyNamed, withoutKey }: ConfigSources): Config {
  const path =
    file || env['HIPAA_CONFIG'] || (!onlyNamed && existsSync(standardFile) ? standardFile : undefined);
  const sealingKey = env['HIPAA_SECRET_KEY'] || undefined;
  const parsed = parse(
    path === undefined ? '' : read(path),
    path ?? 'the configuration',
    sealingKey !== undefined || withoutKey === true,
  );
  // A key of the wrong length is told at the start, and not by the first person who enrols.
  if (!withoutKey) openVault(sealingKey);
  const home = env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || 'us-east-1';
  const regions = parsed.aws.regions ?? regionsIn(env['HIPAA_REGIONS']) ?? 'all';
  const alone = parsed.aws.organization === undefined ? [{ name: 'default' }] : [];
  const accounts = (parsed.aws.accounts ?? alone).map(withId);
  return {
    ...parsed,
    persons: joined(parsed.persons, parsed.slack.persons),
    database: database || env['HIPAA_DATABASE'] || parsed.database,
    aws: { ...parsed.aws, home, regions: regions as never, accounts: accounts as never },
    secrets: {
      slackBotToken: env['SLACK_BOT_TOKEN'] || undefined,
      slackAppToken: env['SLACK_APP_TOKEN'] || undefined,
      slackSigningSecret: env['SLACK_SIGNING_SECRET'] || undefined,
      slackApiUrl: env['SLACK_API_URL'] || undefined,
      teamsPassword: env['TEAMS_APP_PASSWORD'] || undefined,
      teamsServiceUrl: env['TEAMS_SERVICE_URL'] || undefined,
      teamsOpenIdUrl: env['TEAMS_OPENID_URL'] || undefined,
      teamsLoginUrl: env['TEAMS_LOGIN_URL'] || undefined,
      sealingKey: withoutKey ? undefined : sealingKey,
    },
    file: path ?? null,
  };
}

/** `all`, or names with commas between. */
function regionsIn(text: string | undefined): readonly string[] | 'all' | undefined {
  if (!text) return undefined;
  if (text.trim() === 'all') return 'all';
  const names = text.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !region.safeParse(name).success);
  if (wrong !== undefined)
    throw new ConfigError([
      'HIPAA_REGIONS must be `all`, or AWS regions with commas between: us-east-1,us-west-2',
    ]);
  return names;
}

/** A role's ARN tells the account that it leads to. */
function withId(account: NonNullable<FileConfig['aws']['accounts']>[number]): Account {
  const id = account.id ?? account.role?.split(':')[4];
  const entries = Object.entries({ ...account, id }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as Account;
}

/** The older place of `persons` is still read. */
function joined(...lists: readonly Persons[]): Persons {
  const out: Record<string, readonly string[]> = {};
  for (const list of lists)
    for (const [person, accounts] of Object.entries(list))
      out[person] = [...new Set([...(out[person] ?? []), ...accounts])];
  return out;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'is not there' : 'cannot be read';
    throw new ConfigError([`${path} ${why}. Name another file with --config or HIPAA_CONFIG.`], { cause });
  }
}

function parse(text: string, name: string, hasKey: boolean): FileConfig {
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
      'is a secret: put it in the environment (SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, TEAMS_APP_PASSWORD, HIPAA_SECRET_KEY)';
    throw new ConfigError(leaked.map((path) => `${at(path)}: ${path.join('.')} ${remedy}`));
  }
  const result = configSchema.safeParse(value);
  const problems = result.success
    ? problemsOf(result.data, hasKey)
    : result.error.issues.flatMap((issue) => spoken(issue, value));
  if (problems.length > 0) {
    throw new ConfigError(
      problems.map(({ path, says }) => `${at(path)}: ${path.join('.') || 'the file'} ${says}`),
    );
  }
  return result.data as FileConfig;
}

/** zod's issues, as sentences that go on after the key's name. They never repeat a value: it may be a secret. */
function spoken(issue: z.core.$ZodIssue, file: unknown): readonly Problem[] {
  const { path } = issue;
  const given = path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown>)?.[step], file);
  const says = (sentence: string): readonly Problem[] => [{ path, says: sentence }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        says: 'is not a setting; docs/configuration.md lists them',
      }));
    case 'invalid_key':
      return says(issue.issues[0]?.message ?? 'is not a name that can stand here');
    case 'invalid_value':
      return says(`must be one of ${issue.values.map((v) => v ?? 'null').join(', ')}`);
    case 'invalid_union':
      return says(
        issue.message === 'Invalid input'
          ? 'must be a number, a text, true or false, or a list of texts'
          : issue.message,
      );
    case 'invalid_type':
      if (given === undefined) return says('is missing');
      if (given === null && path.length > 0) return says('is empty: give it a value, or take the line out');
      return says(
        issue.expected === 'string'
          ? 'must be text (put it in quotes)'
          : `must be ${nouns[issue.expected] ?? issue.expected}`,
      );
    case 'too_small':
      if (issue.origin === 'array') return says('must have at least one entry');
      if (issue.origin === 'string') return says('must not be empty');
      return says(`must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`);
    case 'too_big':
      return says(`must be at most ${issue.maximum}`);
    default:
      return says(issue.message);
  }
}

const nouns: Readonly<Record<string, string>> = {
  object: 'a section of settings',
  record: 'a section of settings',
  array: 'a list',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

function secretsIn(
  value: unknown,
  path: readonly string[] = [],
  within: readonly unknown[] = [],
): readonly (readonly string[])[] {
  // An alias may lead back to where it stands.
  if (value === null || typeof value !== 'object' || within.includes(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    const looksSecret =
      typeof inner === 'string' && (secretKeys.test(key) || /^(xox[a-z]-|xapp-)/.test(inner));
    return looksSecret ? [here] : secretsIn(inner, here, [...within, value]);
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
