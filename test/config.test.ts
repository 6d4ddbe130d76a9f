import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type ConfigSources, loadConfig } from '../src/config.ts';
import { configSchema } from '../src/config-schema.ts';
import { ConfigError } from '../src/domain/errors.ts';

let folder: string;
const home = process.cwd();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hipaa-config-'));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

function load(text: string, more: Partial<ConfigSources> = {}) {
  writeFileSync(join(folder, 'a.yml'), text);
  return loadConfig({ file: 'a.yml', env: {}, ...more });
}

function problems(text: string): readonly string[] {
  try {
    load(text);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('without a file', () => {
  test('every default holds', () => {
    const config = loadConfig({ env: {} });
    expect(config).toMatchObject({
      database: 'hipaa.db',
      aws: { regions: ['us-east-1'], accounts: [{ name: 'default' }], concurrency: 16, maxAttempts: 5 },
      checks: { disabled: [], optIn: [], settings: {} },
      dueDays: { critical: 1, high: 7, medium: 30, low: 90 },
      slack: { mode: 'socket', port: 3000, roles: { admin: [] } },
      alerts: { severity: 'critical', channels: [] },
      schedule: { scan: '0 */6 * * *', timezone: 'UTC' },
      digests: [],
      server: { host: '127.0.0.1', port: 9464 },
      log: { level: 'info' },
      file: null,
    });
  });

  test('an empty file is the same', () => {
    expect({ ...load(''), file: null }).toEqual(loadConfig({ env: {} }));
  });

  test('hipaa.yml is read where it lies', () => {
    writeFileSync('hipaa.yml', 'database: here.db\n');
    expect(loadConfig({ env: {} })).toMatchObject({ database: 'here.db', file: 'hipaa.yml' });
    rmSync('hipaa.yml');
  });
});

describe('environment', () => {
  test('HIPAA_CONFIG names the file; --config wins', () => {
    writeFileSync('b.yml', 'database: b.db\n');
    const env = { HIPAA_CONFIG: 'b.yml' };
    expect(loadConfig({ env }).database).toBe('b.db');
    expect(load('database: a.db', { env }).database).toBe('a.db');
  });

  test('--database wins over HIPAA_DATABASE, which wins over the file', () => {
    const env = { HIPAA_DATABASE: 'env.db' };
    expect(load('database: a.db', { env, database: 'flag.db' }).database).toBe('flag.db');
    expect(load('database: a.db', { env }).database).toBe('env.db');
    expect(load('database: a.db', { env: { HIPAA_DATABASE: '' } }).database).toBe('a.db');
  });

  test.each([
    [{ AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'us-west-2' }, 'eu-west-1'],
    [{ AWS_DEFAULT_REGION: 'us-west-2' }, 'us-west-2'],
    [{ AWS_REGION: '' }, 'us-east-1'],
  ])('the region of %o is %s', (env, region) => {
    expect(loadConfig({ env }).aws.regions).toEqual([region]);
  });

  test('regions of the file win over the environment', () => {
    const text = 'aws:\n  regions: [us-west-2, eu-west-1]\n';
    expect(load(text, { env: { AWS_REGION: 'us-east-2' } }).aws.regions).toEqual(['us-west-2', 'eu-west-1']);
  });

  test('secrets come from nowhere else, and an empty one is none', () => {
    const env = { SLACK_BOT_TOKEN: 'xoxb-made-up', SLACK_APP_TOKEN: '' };
    expect(loadConfig({ env }).secrets).toEqual({
      slackBotToken: 'xoxb-made-up',
      slackAppToken: undefined,
      slackSigningSecret: undefined,
    });
  });
});

test("a role's ARN tells its account", () => {
  const text = 'aws:\n  accounts:\n    - name: a\n      role: arn:aws:iam::111122223333:role/hipaa-scan\n';
  expect(load(text).aws.accounts).toEqual([
    { name: 'a', id: '111122223333', role: 'arn:aws:iam::111122223333:role/hipaa-scan' },
  ]);
});

describe('refusals name file, line and key', () => {
  test.each([
    ['databse: x', 'a.yml:1: databse is not a setting; docs/configuration.md lists them'],
    ['aws:\n  region: us-east-1', 'a.yml:2: aws.region is not a setting; docs/configuration.md lists them'],
    [
      'aws:\n  regions:\n    - us-east-1\n    - east',
      'a.yml:4: aws.regions.1 is not an AWS region such as us-east-1',
    ],
    ['aws:\n  regions: []', 'a.yml:2: aws.regions must have at least one entry'],
    ['aws:\n\n  concurrency: 65', 'a.yml:3: aws.concurrency must be at most 64'],
    ['aws: { concurrency: 0 }', 'a.yml:1: aws.concurrency must be at least 1'],
    ['aws: { concurrency: 1.5 }', 'a.yml:1: aws.concurrency must be a whole number'],
    ['aws:', 'a.yml:1: aws is empty: give it a value, or take the line out'],
    ['aws: 3', 'a.yml:1: aws must be a section of settings'],
    [
      'aws:\n  accounts:\n    - name: a\n      id: 111122223333',
      'a.yml:4: aws.accounts.0.id must be text (put it in quotes)',
    ],
    [
      'aws:\n  accounts:\n    - name: a\n    - name: a',
      'a.yml:2: aws.accounts has two accounts of the same name',
    ],
    ['dueDays: { high: 0 }', 'a.yml:1: dueDays.high must be more than 0'],
    ['alerts:\n  severity: worst', 'a.yml:2: alerts.severity must be one of critical, high, medium, low'],
    ['digests:\n  - cron: "0 8 * * *"', 'a.yml:2: digests.0.channel is missing'],
    [
      'digests:\n  - channel: general',
      'a.yml:2: digests.0.channel is not a Slack channel id such as C0123456789',
    ],
    [
      'slack:\n  roles:\n    admin:\n      - ann',
      'a.yml:4: slack.roles.admin.0 is not a Slack user (U…) or user group (S…) id',
    ],
    ['schedule:\n  timezone: Mars', 'a.yml:2: schedule.timezone is not a time zone such as America/New_York'],
    [
      'schedule:\n  scan: sometimes',
      'a.yml:2: schedule.scan "sometimes" is not a cron expression such as 0 8 * * 1-5',
    ],
    [
      'digests:\n  - channel: C0123456789\n    cron: 0 8 * *',
      'a.yml:3: digests.0.cron "0 8 * *" is not a cron expression such as 0 8 * * 1-5',
    ],
    [
      'checks:\n  disabled: [s3]',
      'a.yml:2: checks.disabled.0 is not a check id such as aws/s3/bucket-versioning',
    ],
    [
      'checks:\n  settings:\n    age: { maxAgeDays: 1 }',
      'a.yml:3: checks.settings.age is not a check id such as aws/s3/bucket-versioning',
    ],
    [
      'checks:\n  settings:\n    aws/iam/access-key-age:\n      maxAgeDays: { a: 1 }',
      'a.yml:4: checks.settings.aws/iam/access-key-age.maxAgeDays must be a number, a text, true or false, or a list of texts',
    ],
    ['database: a\ndatabase: b', 'a.yml:2: Map keys must be unique'],
    ['- 1', 'a.yml: the file must be a section of settings'],
  ])('%j', (text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });

  test('all problems are told at once', () => {
    expect(problems('databse: x\nserver:\n  port: 70000\nlog:\n  level: loud')).toEqual([
      'a.yml:3: server.port must be at most 65535',
      'a.yml:5: log.level must be one of debug, info, warn, error, silent',
      'a.yml:1: databse is not a setting; docs/configuration.md lists them',
    ]);
  });

  test('a file that is not there', () => {
    expect(() => loadConfig({ file: 'none.yml', env: {} })).toThrow(
      'none.yml is not there. Name another file with --config or HIPAA_CONFIG.',
    );
  });

  test('an alias that leads back to itself ends', () => {
    expect(problems('x: &a [*a]')).toEqual(['a.yml:1: x is not a setting; docs/configuration.md lists them']);
  });
});

describe('a secret in the file is refused, and never repeated', () => {
  const made = 'xoxb-made-up-for-this-test';
  test.each([
    ['slack:\n  botToken: abc', 'a.yml:2: slack.botToken'],
    [`slack:\n  mode: socket\n  anything: ${made}`, 'a.yml:3: slack.anything'],
    ['slack: { signingSecret: abc }', 'a.yml:1: slack.signingSecret'],
    ['aws:\n  secretAccessKey: abc', 'a.yml:2: aws.secretAccessKey'],
    ['aws:\n  accounts:\n    - name: a\n      password: abc', 'a.yml:4: aws.accounts.0.password'],
    ['api_key: abc', 'a.yml:1: api_key'],
    ['database: xapp-1-made-up', 'a.yml:1: database'],
  ])('%j', (text, where) => {
    expect(problems(text)).toEqual([
      `${where} is a secret: put it in the environment (SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET)`,
    ]);
  });

  test('nor is any other value', () => {
    const said = ['log: { level: hunter2 }', 'aws: { regions: [hunter2] }', 'aws: { concurrency: hunter2 }'];
    for (const text of said) expect(problems(text).join()).not.toContain('hunter2');
  });
});

describe('hipaa.example.yml', () => {
  const text = readFileSync(join(home, 'hipaa.example.yml'), 'utf8');

  test('loads', () => {
    expect(load(text).aws.accounts).toHaveLength(2);
  });

  test('shows every setting', () => {
    const shown = parse(text);
    type Schema = { properties?: Record<string, Schema>; items?: Schema };
    const missing = (schema: Schema, value: unknown, path: string): readonly string[] => {
      if (schema.items?.properties) {
        const all = Object.assign({}, ...(value as object[]));
        return missing(schema.items, all, `${path}[]`);
      }
      return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
        const there = (value as Record<string, unknown>)[key];
        return there === undefined ? [`${path}.${key}`] : missing(inner, there, `${path}.${key}`);
      });
    };
    expect(missing(z.toJSONSchema(configSchema, { io: 'input' }) as Schema, shown, '')).toEqual([]);
  });

  test('shows the defaults of what most people leave alone', () => {
    const { server, log, dueDays } = loadConfig({ env: {} });
    expect(load(text)).toMatchObject({ server, log, dueDays, database: 'hipaa.db' });
  });
});

describe('names that must exist, and values that must agree', () => {
  const clinic = 'aws:\n  accounts:\n    - { name: production, id: "111122223333" }\n';
  test.each([
    [
      'a check that is turned off',
      'checks:\n  disabled: [aws/s3/bucket-versionin]\n',
      /a\.yml:2: checks\.disabled\.0 names a check/,
    ],
    ['a check with settings', 'checks:\n  settings:\n    aws/s3/nope: { a: 1 }\n', /a\.yml:3: .*is no check/],
    [
      'a setting',
      'checks:\n  settings:\n    aws/iam/access-key-age:\n      maxAge: 3\n',
      /a\.yml:4: .*is no setting/,
    ],
    [
      'a threshold below nothing',
      'checks:\n  settings:\n    aws/iam/access-key-age:\n      maxAgeDays: -3\n',
      /a\.yml:4: .*0 or more/,
    ],
    [
      'a threshold of another kind',
      'checks:\n  settings:\n    aws/iam/access-key-age:\n      maxAgeDays: many\n',
      /must be a number/,
    ],
    [
      'the account of an alert',
      `${clinic}alerts:\n  channels:\n    - { channel: C1, accounts: [prodction] }\n`,
      /a\.yml:6: alerts.*"prodction" that there is not; there are production/,
    ],
    [
      'the account of a digest',
      `${clinic}digests:\n  - { channel: C1, accounts: [nope] }\n`,
      /a\.yml:5: digests.*"nope"/,
    ],
    [
      'a role of another account',
      'aws:\n  accounts:\n    - name: a\n      id: "111122223333"\n      role: arn:aws:iam::444455556666:role/x\n',
      /a\.yml:5: .*444455556666, not of 111122223333/,
    ],
  ])('%s', (_what, text, sentence) => {
    expect(problems(text)).toEqual([expect.stringMatching(sentence)]);
  });

  test('routes by name and by id are fine', () => {
    const routes = 'digests:\n  - { channel: C1, accounts: [production, "111122223333"] }\n';
    expect(problems(clinic + routes)).toEqual([]);
  });
});
