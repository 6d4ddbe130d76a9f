import { z } from 'zod';
import { remedies } from '#remedies';
import { configSchema } from '../../src/config/schema.ts';
import type { AnyRemedy, Guidance } from '../../src/domain/remedy.ts';
import { cell, code, page, table } from './markdown.ts';

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

/** What the environment may hold; a test holds it against what the sources read. */
export const variables: Readonly<Record<string, string>> = {
  AWS_DEFAULT_REGION: 'Region, where AWS_REGION is not set',
  AWS_ENDPOINT_URL:
    'Another address for all of AWS: an emulator, a proxy. AWS_ENDPOINT_URL_S3 and AWS_ENDPOINT_URL_S3_CONTROL for one service',
  AWS_REGION: 'Where an account is first asked, when all of its regions are scanned. Otherwise us-east-1',
  CI: '`true`: the demo in Teams opens no browser',
  HIPAA_CONFIG: 'Configuration file. `--config` wins; without either, hipaa.yml is read if it is there',
  HIPAA_DATABASE: 'SQLite file. `--database` wins over it; it wins over `database` in the file',
  HIPAA_REGIONS:
    'Regions to scan, with commas between, where the configuration names none. Without either, every region that is switched on in the account',
  HIPAA_SECRET_KEY:
    'Seals the secrets of one-time codes in the database: 32 bytes in base64, as `openssl rand -base64 32` makes them. Needed by a tier with `stepUp`',
  NO_COLOR: 'No colours at the terminal, whatever its value',
  SLACK_API_URL: 'Another address for Slack’s Web API: a test server',
  SLACK_APP_TOKEN: 'Slack app-level token (xapp-…) with `connections:write`; needed by socket mode',
  SLACK_BOT_TOKEN: 'Slack bot token (xoxb-…); `hipaa serve` needs it, or Teams',
  SLACK_SIGNING_SECRET: 'Slack signing secret; needed by http mode',
  TEAMSAPPTESTER_BROWSER: '`none`: the demo in Teams opens no browser. The Playground’s own variable',
  TEAMS_APP_PASSWORD: 'Client secret of the Teams app; needed where `teams.appId` is set',
  TEAMS_LOGIN_URL: 'Another address for Entra’s sign-in: another cloud, a test server',
  TEAMS_OPENID_URL: 'Another address that tells the keys of Teams’ requests: another cloud, a test server',
  TEAMS_SERVICE_URL:
    'Where to write to conversations that were never heard from: another cloud, a test server',
  TERM: '`dumb` draws no lines over',
};

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((v) => String(v)).join(', ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.type === 'array')
    return `list of ${schema.items?.properties ? 'sections' : typeOf(schema.items ?? {})}`;
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object')
    return `names, each with: ${typeOf(schema.additionalProperties)}`;
  if (schema.type === 'string') return 'text';
  if (schema.type === 'boolean') return 'true or false';
  if (schema.type === 'integer' || schema.type === 'number') return range(schema);
  return schema.type ?? 'anything';
}

function range({ type, minimum, maximum, exclusiveMinimum }: Schema): string {
  const word = type === 'integer' ? 'whole number' : 'number';
  if (minimum !== undefined && maximum !== undefined) return `${word}, ${minimum} to ${maximum}`;
  return exclusiveMinimum === undefined ? word : `${word} above ${exclusiveMinimum}`;
}

/** What takes more than a line is easier read as it would be written. */
function defaultOf(schema: Schema): string {
  if (schema.default === undefined) return '–';
  const text = JSON.stringify(schema.default);
  return text.length > 100 ? '[as shown there](../hipaa.example.yml)' : code(text);
}

/** A section is not a row; what is in it is. */
function rowsOf(schema: Schema, path: string): readonly (readonly string[])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
    const name = path === '' ? key : `${path}.${key}`;
    const section = inner.properties !== undefined;
    const required = schema.required?.includes(key) === true && inner.default === undefined;
    const fallback = required ? 'required' : defaultOf(inner);
    const row = [code(name), cell(typeOf(inner)), fallback, cell(inner.description ?? '')];
    const inside = section ? rowsOf(inner, name) : rowsOf(inner.items ?? {}, `${name}[]`);
    if (!section) return [row, ...inside];
    return inner.description ? [[code(name), 'section', '–', cell(inner.description)], ...inside] : inside;
  });
}

/** What may be set of single remedies, under `remediation.settings`. */
const remedySettings = (): readonly (readonly string[])[] =>
  (remedies as readonly (AnyRemedy | Guidance)[]).flatMap((remedy) =>
    'settings' in remedy
      ? Object.entries(remedy.settings ?? {}).map(([name, value]) => [
          code(remedy.id),
          code(name),
          code(JSON.stringify(value)),
          cell(remedy.title),
        ])
      : [],
  );

export function configurationPage(): string {
  const schema = z.toJSONSchema(configSchema, { io: 'input' }) as Schema;
  return page(
    'Configuration',
    'One YAML file, `hipaa.yml` in the working directory, or the file that `--config` or `HIPAA_CONFIG` names. Every setting has a default: without a file, `hipaa scan` scans one account with the default credentials. ' +
      '[hipaa.example.yml](../hipaa.example.yml) shows every setting.',
    'The file is read once, at the start. A setting that is not known, or a value that does not fit, is refused with its line and its key, all of them at once. Secrets in the file are refused: they belong in the environment.',
    '## Settings',
    '`[]` stands for each entry of a list.',
    table(['Setting', 'Type', 'Default', 'Meaning'], rowsOf(schema, '')),
    '## Settings of remedies',
    'Under `remediation.settings`, by the id of the remedy. A remedy that needs one says so in its plan. An ARN in `kmsKeyId` names a key of one region, and serves the resources of that region alone.',
    table(['Remedy', 'Setting', 'Default', 'What the remedy does'], remedySettings()),
    '## Environment',
    'AWS credentials come from the AWS SDK’s default chain (environment, shared files, single sign-on, container or instance role); its own variables, such as AWS_PROFILE, work as usual.',
    table(
      ['Variable', 'Meaning'],
      Object.entries(variables).map(([name, meaning]) => [code(name), cell(meaning)]),
    ),
  );
}
