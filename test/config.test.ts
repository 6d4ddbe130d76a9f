import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { configSchema } from '../src/config/schema.ts';
import { type ConfigSources, loadConfig } from '../src/config.ts';
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
      aws: {
        regions: 'all',
        home: 'us-east-1',
        accounts: [{ name: 'default' }],
        concurrency: 16,
        maxAttempts: 5,
      },
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
  ])('the account is first asked, with %o, in %s', (env, region) => {
    expect(loadConfig({ env }).aws).toMatchObject({ home: region, regions: 'all' });
  });

  test.each([
    ['us-west-2', ['us-west-2']],
    ['us-west-2, eu-west-1', ['us-west-2', 'eu-west-1']],
    ['all', 'all'],
    ['', 'all'],
  ])('HIPAA_REGIONS=%s', (text, regions) => {
    expect(loadConfig({ env: { HIPAA_REGIONS: text } }).aws.regions).toEqual(regions);
  });

  test('HIPAA_REGIONS that names no region is refused', () => {
    expect(() => loadConfig({ env: { HIPAA_REGIONS: 'us-east-1,mars' } })).toThrow(/HIPAA_REGIONS must be/);
  });

  test('regions of the file win over the environment', () => {
    const text = 'aws:\n  regions: [us-west-2, eu-west-1]\n';
    expect(load(text, { env: { HIPAA_REGIONS: 'us-east-2' } }).aws.regions).toEqual([
      'us-west-2',
      'eu-west-1',
    ]);
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
    ['aws:\n  regions: every', 'a.yml:2: aws.regions must be `all`, or a list of regions'],
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
      'a.yml:2: digests.0.channel is neither a Slack channel id such as C0123456789 nor a Teams conversation id such as 19:…@thread.tacv2',
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
      `${where} is a secret: put it in the environment (SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, TEAMS_APP_PASSWORD, HIPAA_SECRET_KEY)`,
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
        // Shown by any entry of the list.
        const [first = [], ...rest] = (value as object[]).map((entry) =>
          missing(schema.items ?? {}, entry, `${path}[]`),
        );
        const unseen = (name: string, list: readonly string[]) => list.some((one) => name.startsWith(one));
        return first.filter((name) => rest.every((list) => unseen(name, list)));
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
    [
      'an account without its number beside an organization: it would be scanned twice',
      'aws:\n  organization: { role: hipaa-scan }\n  accounts:\n    - name: a\n      profile: a\n',
      /a\.yml:4: aws\.accounts\.0 needs its `id` beside `aws\.organization`/,
    ],
  ])('%s', (_what, text, sentence) => {
    expect(problems(text)).toEqual([expect.stringMatching(sentence)]);
  });

  test('routes by name and by id are fine', () => {
    const routes = 'digests:\n  - { channel: C1, accounts: [production, "111122223333"] }\n';
    expect(problems(clinic + routes)).toEqual([]);
  });
});

describe('remediation', () => {
  const key = Buffer.alloc(32, 1).toString('base64');
  const scan = 'arn:aws:iam::111122223333:role/hipaa-scan';
  const write = 'arn:aws:iam::111122223333:role/hipaa-remediate';
  const account = (more: string) =>
    `aws:\n  accounts:\n    - name: production\n      role: ${scan}\n      environment: production\n      remediation: ${more}\n`;
  const tier = (more: string, rest = '') => `remediation:\n${rest}  tiers:\n    - ${more}\n`;

  test('has every default', () => {
    const { remediation, quietHours } = loadConfig({ env: {} });
    expect(quietHours).toBeUndefined();
    expect(remediation).toMatchObject({
      channel: null,
      approveWithinHours: 24,
      executeWithinMinutes: 15,
      undoWithinDays: 7,
      lookAgainMinutes: 15,
      cap: { resources: 20, percent: 50 },
      breakGlass: { minReasonCharacters: 40, reviewWithinHours: 24 },
      freezes: [],
      groups: {},
      settings: {},
    });
    expect(remediation.tiers.every((t) => !t.stepUp && !t.distinctGroups)).toBe(true);
  });

  test('narrows its sessions unless told otherwise', () => {
    const of = (more: string) => load(account(more)).aws.accounts[0]?.remediation;
    expect(of(`{ role: "${write}", externalId: x }`)).toEqual({
      role: write,
      externalId: 'x',
      sessionPolicy: true,
    });
    expect(of(`{ role: "${write}", sessionPolicy: false }`)).toEqual({ role: write, sessionPolicy: false });
  });

  test.each([
    [
      'the role for scanning',
      account(`{ role: "${scan}" }`),
      /a\.yml:6: .*remediation\.role is the role for scanning: .*--remediate/,
    ],
    ['nothing to write with', account('{ externalId: x }'), /needs a `role` .* of its own/],
    [
      'the profile for scanning',
      'aws:\n  accounts:\n    - { name: a, profile: p, remediation: { profile: p } }\n',
      /is the profile for scanning/,
    ],
    [
      'a role of another account',
      account('{ role: "arn:aws:iam::444455556666:role/hipaa-remediate" }'),
      /is a role of account 444455556666, not of 111122223333/,
    ],
    ['no role at all', account('{ role: hipaa-remediate }'), /is not the ARN of a role/],
    [
      'a tier of the same name',
      tier('{ name: a, when: { risks: [safe] } }\n    - { name: a, when: { risks: [disruptive] } }'),
      /a\.yml:4: .*tiers\.1\.name is the name of another tier/,
    ],
    [
      'a tier before all others',
      tier('{ name: a }\n    - { name: b, when: { risks: [safe] } }'),
      /fits everything.*put it last/,
    ],
    [
      'groups of one approver',
      tier('{ name: a, distinctGroups: true }', '  groups: { a: ["slack:T1:U1"], b: ["slack:T1:U2"] }\n'),
      /needs `quorum: 2`/,
    ],
    [
      'one group',
      tier('{ name: a, quorum: 2, distinctGroups: true }', '  groups: { a: ["slack:T1:U1"] }\n'),
      /at least two groups/,
    ],
    ['no group', tier('{ name: a, quorum: 2, distinctGroups: true }'), /at least two groups/],
    ['three approvers', tier('{ name: a, quorum: 3 }'), /must be at most 2/],
    ['no approver', tier('{ name: a, quorum: 0 }'), /must be at least 1/],
    [
      'a remedy that there is not',
      tier('{ name: a, when: { remedies: [aws/s3/nope] } }'),
      /fits no remedy: "aws\/s3\/nope"/,
    ],
    [
      'remedies of a room that there is not',
      tier('{ name: a, when: { remedies: ["gcp/*"] } }'),
      /fits no remedy/,
    ],
    ['an empty condition', tier('{ name: a, when: { risks: [] } }'), /must have at least one entry/],
    [
      'an environment of no account',
      `${account(`{ role: "${write}" }`)}${tier('{ name: a, when: { environments: [prod] } }')}`,
      /"prod" is the environment of no account; there are production/,
    ],
    ['no tier at all', 'remediation:\n  tiers: []\n', /must have at least one entry/],
    [
      'a member who is nobody',
      'remediation:\n  groups:\n    a: [ann]\n',
      /a\.yml:3: remediation\.groups\.a\.0 is nobody in `persons`/,
    ],
    [
      'a member by an account of a person',
      'persons: { ann: ["slack:T1:U1"] }\nremediation:\n  groups:\n    a: ["slack:T1:U1"]\n',
      /is an account of ann: name the person/,
    ],
    [
      'an account of two persons',
      'persons:\n  ann: ["slack:T1:U1"]\n  bob: ["slack:T1:U1"]\n',
      /a\.yml:3: persons\.bob\.0 belongs to ann already/,
    ],
    [
      'the same by the older key',
      'persons: { ann: ["slack:T1:U1"] }\nslack:\n  persons: { bob: ["slack:T1:U1"] }\n',
      /slack\.persons\.bob\.0 belongs to ann already/,
    ],
    ...(['approver', 'officer'] as const).map((role): [string, string, RegExp] => [
      `a terminal's ${role} who may be anybody`,
      `${account(`{ role: "${write}" }`)}persons: { ann: ["slack:T1:U1"] }\nterminal:\n  roles: { ${role}: [Ann] }\n`,
      new RegExp(
        `terminal\\.roles\\.${role}\\.0 names "Ann", of whom .*: add terminal:local:ann to their accounts in .persons.`,
      ),
    ]),
    [
      'an account without its platform',
      'persons:\n  ann: [U0123]\n',
      /is no account such as slack:T0123:U0123/,
    ],
    [
      'a freeze that ends before it begins',
      'remediation:\n  freezes:\n    - { name: a, from: "2027-01-02", to: "2027-01-01" }\n',
      /freezes\.0\.to comes before/,
    ],
    [
      'a freeze of no time',
      'remediation:\n  freezes:\n    - { name: a, from: soon, to: later }\n',
      /freezes\.0\.from is no time/,
    ],
    [
      'a zone that there is not',
      'remediation:\n  freezes:\n    - { name: a, from: "16:00", to: "17:00", timezone: Mars }\n',
      /is not a time zone/,
    ],
    [
      'quiet hours without end',
      'quietHours: { from: "22:00", to: "22:00" }\n',
      /quietHours\.to is the same time/,
    ],
    [
      'quiet hours of no time',
      'quietHours: { from: late, to: "07:00" }\n',
      /quietHours\.from is not a time of day/,
    ],
    [
      'two groups of the same people',
      tier(
        '{ name: a, quorum: 2, distinctGroups: true }',
        '  groups: { a: ["slack:T1:U1", "slack:T1:U2"], b: ["slack:T1:U2", "slack:T1:U1"] }\n',
      ),
      /at least two groups/,
    ],
    [
      'a setting that the remedy has not',
      'remediation:\n  settings:\n    aws/iam/access-key-deactivate:\n      days: 3\n',
      /a\.yml:4: .*is no setting of this remedy/,
    ],
    [
      'a setting of another kind',
      'remediation:\n  settings:\n    aws/iam/access-key-deactivate: { idleDays: many }\n',
      /must be a number/,
    ],
    [
      'a setting that would hit keys in use',
      'remediation:\n  settings:\n    aws/iam/access-key-deactivate: { idleDays: 0 }\n',
      /whole number, 1 or more/,
    ],
    [
      'settings of no remedy',
      'remediation:\n  settings:\n    aws/s3/nope: { a: 1 }\n',
      /a\.yml:3: .*is no remedy/,
    ],
    [
      'a hasty break of the glass',
      'remediation: { breakGlass: { minReasonCharacters: 19 } }\n',
      /must be at least 20/,
    ],
  ])('refuses %s', (_what, text, sentence) => {
    expect(problems(text)).toEqual([expect.stringMatching(sentence)]);
  });

  describe('a tier with one-time codes', () => {
    const text = tier('{ name: a, stepUp: true }');
    test('is refused without a key, with how to make one', () => {
      expect(problems(text)).toEqual([
        expect.stringMatching(/a\.yml:3: .*stepUp needs a key.*openssl rand -base64 32.*HIPAA_SECRET_KEY/),
      ]);
    });

    test('is fine with one, and for a program that approves nothing', () => {
      expect(load(text, { env: { HIPAA_SECRET_KEY: key } }).secrets.sealingKey).toBe(key);
      expect(load(text, { withoutKey: true }).remediation.tiers[0]?.stepUp).toBe(true);
    });

    test('takes no key of another length, and does not repeat it', () => {
      const short = Buffer.alloc(31, 7).toString('base64');
      const refusal = () => load('', { env: { HIPAA_SECRET_KEY: short } });
      expect(refusal).toThrow(/HIPAA_SECRET_KEY is not 32 bytes in base64/);
      expect(refusal).not.toThrow(short);
    });
  });

  test('takes groups that overlap, as long as each has somebody whom the other has not', () => {
    const groups = '  groups: { a: ["slack:T1:U1", "slack:T1:U2"], b: ["slack:T1:U2", "slack:T1:U3"] }\n';
    expect(problems(tier('{ name: a, quorum: 2, distinctGroups: true }', groups))).toEqual([]);
  });

  test('takes the settings that a remedy has', () => {
    const text = 'remediation:\n  settings:\n    aws/s3/access-logging: { targetBucket: clinic-logs }\n';
    expect(load(text).remediation.settings).toEqual({
      'aws/s3/access-logging': { targetBucket: 'clinic-logs' },
    });
  });

  test.each([
    ['is named', `persons: { ann: ["terminal:local:ann"] }\n`, 'approver: [Ann]', `{ role: "${write}" }`],
    [
      'is named by the older key',
      'slack: { persons: { ann: ["terminal:local:ann"] } }\n',
      'officer: [ann]',
      `{ role: "${write}" }`,
    ],
    ['approves nothing', '', 'responder: [ann], admin: [root]', `{ role: "${write}" }`],
  ])('takes a terminal whose person %s', (_, persons, given, remediation) => {
    expect(
      load(`${account(remediation)}${persons}terminal:\n  roles: { ${given} }\n`).terminal.roles,
    ).toBeDefined();
  });

  const members = (more: string) => `aws:\n  organization: { role: hipaa-scan, ${more} }\n`;
  test('is asked of an organization as of an account', () => {
    expect(problems(members('remediation: { role: hipaa-scan }'))).toEqual([
      expect.stringMatching(/a\.yml:2: aws\.organization\.remediation\.role is the role for scanning/),
    ]);
    const terminal = 'terminal:\n  roles: { approver: [ann] }\n';
    expect(problems(members('remediation: { role: hipaa-fix }') + terminal)).toEqual([
      expect.stringMatching(/names "ann", of whom nothing tells which person they are/),
    ]);
    expect(problems(members('environmentTag: Env') + terminal)).toEqual([]);
  });

  test('an environment that a tag may tell is not refused', () => {
    const text = (tag: string) =>
      `aws:\n  organization: { role: hipaa-scan, ${tag} }\n  accounts:\n    - { name: a, id: "111122223333", environment: development }\n${tier('{ name: x, when: { environments: [staging] } }')}`;
    expect(problems(text('ownerTag: Owner'))).toEqual([
      expect.stringMatching(/"staging" is the environment of no account/),
    ]);
    expect(problems(text('environmentTag: Env'))).toEqual([]);
  });

  test('takes any terminal where nothing can be fixed', () => {
    expect(load('terminal:\n  roles: { approver: [ann] }\n').terminal.roles?.approver).toEqual(['ann']);
  });

  test('persons of both keys are joined', () => {
    const text =
      'persons: { ann: ["slack:T1:U1"] }\nslack:\n  persons: { ann: ["terminal:local:ann"], bob: [U2] }\n';
    expect(load(text).persons).toEqual({ ann: ['slack:T1:U1', 'terminal:local:ann'], bob: ['U2'] });
  });
});

describe('checks.only', () => {
  test('takes folders and ids', () => {
    expect(load('checks: { only: [aws/s3/, aws/iam/root-mfa] }').checks.only).toEqual([
      'aws/s3/',
      'aws/iam/root-mfa',
    ]);
  });

  test('refuses what names no check', () => {
    expect(problems('checks: { only: [aws/nowhere/] }').join()).toMatch(/checks.only.0 names no check/);
    expect(problems('checks: { only: [everything] }').join()).toMatch(/neither a check id .* nor a folder/);
  });
});
