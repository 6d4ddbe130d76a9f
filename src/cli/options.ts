import { parseArgs } from 'node:util';
import { severities } from '../domain/check.ts';
import { ConfigError } from '../domain/errors.ts';
import type { ScanFilter } from '../domain/scan.ts';

/** Options that every verb understands. */
export const shared = {
  config: { type: 'string', short: 'c' },
  database: { type: 'string', short: 'd' },
  inventory: { type: 'string' },
  verbose: { type: 'boolean', short: 'v' },
} as const;

export interface SharedOptions {
  readonly config?: string | undefined;
  readonly database?: string | undefined;
  readonly inventory?: string | undefined;
  readonly verbose?: boolean | undefined;
}

const many = { type: 'string', multiple: true } as const;

export const formats = ['table', 'json', 'csv', 'ocsf'] as const;
export type Format = (typeof formats)[number];

export interface ScanOptions extends SharedOptions {
  readonly format: Format;
  readonly all: boolean;
  readonly failOn: (typeof severities)[number] | 'none';
  readonly filter: ScanFilter;
}

const oneOf = <T extends string>(name: string, value: string, choices: readonly T[]): T => {
  const found = choices.find((c) => c === value);
  if (found === undefined) throw new ConfigError([`--${name} takes ${choices.join(', ')}; not "${value}"`]);
  return found;
};

/** `--account a --account b` and `--account a,b` are the same. */
const list = (values: readonly string[] | undefined): readonly string[] =>
  (values ?? [])
    .flatMap((v) => v.split(','))
    .map((v) => v.trim())
    .filter((v) => v !== '');

const regionName = (name: string): string => {
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(name))
    throw new ConfigError([`--region ${name} is not a region such as us-east-1`]);
  return name;
};

/** Refuses what it does not know, with Node's own sentence. */
export function strictly<T>(parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    throw new ConfigError([(cause as Error).message.replace(/\. To specify a positional.*$/s, '')], {
      cause,
    });
  }
}

const switches = ['--all', '--read', '--remediate', '--verbose', '-v'];

/** `service:s3` and `service=s3`, as the chat says it, are `--service s3`. */
export const flagged = (args: readonly string[], names: readonly string[]): string[] =>
  args.map((word, i) => {
    const [, name, value] = /^([a-z-]+)[:=](.+)$/s.exec(word) ?? [];
    const before = args[i - 1] ?? '';
    const isValue = /^--?[a-z-]+$/.test(before) && !switches.includes(before);
    return name !== undefined && names.includes(name) && !isValue ? `--${name}=${value}` : word;
  });

/** Refuses words that belong to no option. */
export function noWords(words: readonly string[], verb: string, like: string): void {
  if (words[0] === undefined) return;
  throw new ConfigError([
    `"${words[0]}" means nothing here: write ${like}; \`hipaa ${verb} --help\` lists the options.`,
  ]);
}

export function scanOptions(args: readonly string[]): ScanOptions {
  const { values, positionals } = strictly(() =>
    parseArgs({
      args: flagged(args, ['account', 'region', 'service', 'check', 'format', 'fail-on']),
      allowPositionals: true,
      options: {
        ...shared,
        format: { type: 'string', short: 'f', default: 'table' },
        all: { type: 'boolean', default: false },
        'fail-on': { type: 'string', default: 'low' },
        service: many,
        check: many,
        account: many,
        region: many,
      },
    }),
  );
  noWords(positionals, 'scan', 'service:s3 or --service s3');
  const { config, database, inventory, verbose } = values;
  return {
    config,
    database,
    inventory,
    verbose,
    format: oneOf('format', values.format, formats),
    all: values.all,
    failOn: oneOf('fail-on', values['fail-on'], [...severities, 'none']),
    filter: {
      services: list(values.service),
      checks: list(values.check),
      accounts: list(values.account),
      regions: list(values.region).map(regionName),
    },
  };
}

/** Takes the shared options out of a line that the chat's own grammar reads. */
export function split(args: readonly string[]): { options: SharedOptions; words: readonly string[] } {
  const options: Record<string, string | boolean> = {};
  const words: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const [, name, value] = /^--(config|database|inventory)(?:=(.*))?$/s.exec(args[i] ?? '') ?? [];
    if (args[i] === '--verbose') options['verbose'] = true;
    else if (name === undefined) words.push(args[i] ?? '');
    else {
      const given = value ?? args[++i];
      if (given === undefined) throw new ConfigError([`--${name} needs a value`]);
      options[name] = given;
    }
  }
  return { options: options as SharedOptions, words };
}
