import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '#commands';
import { folder, hipaa, sentences } from '../story/kit/hipaa.ts';
import { writeRecording } from '../story/kit/recording.ts';

const cwd = folder();
const env = { AWS_EC2_METADATA_DISABLED: 'true', HIPAA_DATABASE: `${cwd}/hipaa.db` };
const place = { cwd, env };

describe('help', () => {
  test.each([[[]], [['--help']], [['-h']], [['help']]])('%j names every command', async (args) => {
    const { code, out, err } = await hipaa(args, place);
    expect([code, err]).toEqual([0, '']);
    const own = ['scan', 'serve', 'demo', 'policy', 'inventory'];
    for (const name of [...own, ...commands.map((c) => c.name)])
      expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(existsSync(env.HIPAA_DATABASE)).toBe(false);
  });

  test.each([
    ['scan', /--fail-on SEVERITY[\s\S]*Exits 0: .* 1: .* 2: /],
    ['policy', /json\|cloudformation\|terraform/],
    ['inventory', /no object keys, no contents, no secrets/],
    ['ack', /Examples:\n {2}hipaa ack F-7K3QX/],
    ['demo', /--walk/],
  ])('%s --help tells its own options', async (verb, text) => {
    const { code, out, err } = await hipaa([verb, '--help'], place);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(text);
  });

  test.each(['scan', 'serve', 'demo', 'policy', 'inventory'])(
    'help %s tells what the program does, not what the chat would',
    async (verb) => {
      const { out } = await hipaa([verb, '--help'], place);
      expect(await hipaa(['help', verb], place)).toMatchObject({ code: 0, out, err: '' });
    },
  );

  test('--version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await hipaa(['--version'], place)).toMatchObject({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('an old Node', () => {
  /** The machine's own Node, not the one that comes with the project. */
  const old = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => path.join(folder, 'node'))
    .find(
      (file) =>
        existsSync(file) && Number(execFileSync(file, ['-p', 'process.versions.node.split(".")[0]'])) < 22,
    );

  test.skipIf(!old)('refuses with a sentence instead of a crash in the database', async () => {
    const ended = await hipaa(['scan'], { ...place, node: old ?? '' });
    expect([ended.code, ended.out]).toEqual([2, '']);
    expect(ended.err).toMatch(/^hipaa needs Node 22\.12 or newer; this is v\d+\.\d+\.\d+\. .*npx hipaa.*\n$/);
  });
  if (!old) console.warn('skipped: there is no Node older than 22 on this machine to be refused');
});

describe('the configuration', () => {
  test.each([
    ['aws:\n  concurency: 3\n', '2: aws.concurency is not a setting; docs/configuration.md lists them'],
    ['aws:\n  concurrency: many\n', '2: aws.concurrency must be a number'],
    ['log:\n  level: loud\n', '2: log.level must be one of debug, info, warn, error, silent'],
    ['aws: [\n', /^\d: /],
    ['slack:\n  botToken: xoxb-not-here\n', /^2: slack\.botToken is a secret: put it in the environment/],
  ])('%j is refused with file, line and key, and without the value', async (text, says) => {
    writeFileSync(`${cwd}/bad.yml`, text);
    const ended = await hipaa(['scan', '--config', 'bad.yml'], place);
    expect([ended.code, ended.out]).toEqual([2, '']);
    const [first = ''] = sentences(ended);
    expect(first.startsWith('hipaa: bad.yml:')).toBe(true);
    const rest = first.slice('hipaa: bad.yml:'.length);
    if (typeof says === 'string') expect(rest).toBe(says);
    else expect(rest).toMatch(says);
    expect(ended.err).not.toMatch(/xoxb|at .*\.ts:/);
  });

  test('every problem is said at once', async () => {
    writeFileSync(`${cwd}/two.yml`, 'aws:\n  maxAttempts: 0\nlog:\n  level: loud\n');
    expect(sentences(await hipaa(['status', '--config', 'two.yml'], place))).toEqual([
      'hipaa: two.yml:2: aws.maxAttempts must be at least 1',
      'hipaa: two.yml:4: log.level must be one of debug, info, warn, error, silent',
    ]);
  });
});

/** A policy, and beside it one sentence where AWS does not take it in one piece. */
async function printed(args: readonly string[]): Promise<string> {
  const { code, out, err } = await hipaa(args, place);
  const { Statement } = out.startsWith('{') ? JSON.parse(out) : {};
  const isTooLong = Statement && JSON.stringify(JSON.parse(out)).length > 6144;
  const said = 'hipaa: This is more than AWS takes in one managed policy (6,144 characters)';
  expect(code).toBe(0);
  expect(err.replace(/: with .*\n$/, '')).toBe(isTooLong ? said : '');
  return out;
}

describe('policy --read', () => {
  const statement = z.strictObject({
    Sid: z.string(),
    Effect: z.literal('Allow'),
    Action: z.array(z.string().regex(/^[a-z0-9-]+:[A-Z][A-Za-z0-9]+$/)).nonempty(),
    Resource: z.literal('*'),
  });
  const policy = z.strictObject({ Version: z.literal('2012-10-17'), Statement: z.tuple([statement]) });
  const print = (...args: string[]): Promise<string> => printed(['policy', '--read', ...args]);

  test('json: one statement, sorted, each action once and by its whole name', async () => {
    const { Action } = policy.parse(JSON.parse(await print())).Statement[0];
    expect(Action).toEqual([...new Set(Action)].sort());
    // Nothing in it can change anything, or read what a bucket, a table, a queue, a log or a key protects.
    const reads = /^(?:apigateway:GET$|[^:]+:(?:BatchGet|Get|List|Describe|Lookup|Generate))/;
    expect(Action.filter((a) => !reads.test(a))).toEqual([]);
    const contents =
      /:(GetObject|(Batch)?GetSecretValue|GetParameter(s|sByPath)?|Decrypt|(Batch)?GetItem|GetRecords|GetLogEvents|(Batch)?GetImage|GetImageFrame|GetFunction)$/;
    expect(Action.filter((a) => contents.test(a))).toEqual([]);
  });

  test('cloudformation and terraform carry the same policy, in a role with an external id', async () => {
    const [json, cloudFormation, terraform] = await Promise.all([
      print(),
      print('--format', 'cloudformation'),
      print('-f', 'terraform'),
    ]);
    const { Resources } = JSON.parse(cloudFormation);
    const { Properties } = Resources.HipaaScanRole;
    expect(Properties.Policies[0].PolicyDocument).toEqual(JSON.parse(json));
    expect(JSON.stringify(Properties.AssumeRolePolicyDocument)).toContain('sts:ExternalId');
    const embedded = /policy = <<-EOT\n([\s\S]*?)\n {2}EOT/.exec(terraform)?.[1] ?? '';
    expect(JSON.parse(embedded)).toEqual(JSON.parse(json));
    expect(terraform).toContain('"sts:ExternalId" = var.external_id');
  });

  test('follows the configuration: a check that is off asks for nothing, an opt-in for more', async () => {
    const file = `${cwd}/policy.yml`;
    writeFileSync(
      file,
      'checks:\n  disabled: [aws/s3/bucket-event-notifications]\n  optIn: [object-acl-sample]\n',
    );
    const actions = async (...args: string[]): Promise<readonly string[]> =>
      JSON.parse(await print(...args)).Statement[0].Action;
    const [usual, configured] = [await actions(), await actions('--config', file)];
    expect(usual.filter((a) => !configured.includes(a))).toEqual(['s3:GetBucketNotification']);
    expect(configured.filter((a) => !usual.includes(a))).toEqual(['s3:GetObjectAcl', 's3:ListBucket']);
    expect(existsSync(env.HIPAA_DATABASE)).toBe(false);
  });
});

describe('policy --remediate', () => {
  const print = (...args: string[]): Promise<string> => printed(['policy', '--remediate', ...args]);

  test('prints one policy in three forms, for a role of its own', async () => {
    const [json, cloudFormation, terraform] = await Promise.all([
      print(),
      print('format:cloudformation'),
      print('--format', 'terraform'),
    ]);
    const policy = JSON.parse(json);
    expect(policy.Statement.length).toBeGreaterThan(10);
    // More than a role holds within itself: in parts that AWS takes, beside the role and in their order.
    const { HipaaRemediateRole, ...beside } = JSON.parse(cloudFormation).Resources;
    expect(HipaaRemediateRole.Type).toBe('AWS::IAM::Role');
    const attached = z.array(
      z.object({
        Type: z.literal('AWS::IAM::ManagedPolicy'),
        Properties: z.object({
          PolicyDocument: z.object({ Version: z.literal('2012-10-17'), Statement: z.array(z.unknown()) }),
          Roles: z.tuple([z.object({ Ref: z.literal('HipaaRemediateRole') })]),
        }),
      }),
    );
    const parts = attached.parse(Object.values(beside)).map(({ Properties }) => Properties.PolicyDocument);
    expect(parts.length).toBeLessThanOrEqual(10);
    for (const part of parts) expect(JSON.stringify(part).length).toBeLessThanOrEqual(6144);
    expect(parts.flatMap(({ Statement }) => Statement)).toEqual(policy.Statement);
    const embedded = [...terraform.matchAll(/policy = <<-EOT\n([\s\S]*?)\n {2}EOT/g)].map(([, text = '']) =>
      JSON.parse(text),
    );
    expect(embedded).toEqual(parts);
  });

  test('needs no key, whatever the tiers ask', async () => {
    const file = `${cwd}/codes.yml`;
    writeFileSync(file, 'remediation:\n  tiers: [{ name: all, stepUp: true }]\n');
    expect(JSON.parse(await print('--config', file)).Version).toBe('2012-10-17');
  });

  test('and --read are two', async () => {
    const { code, err } = await hipaa(['policy', '--read', '--remediate'], place);
    expect([code, err]).toEqual([2, expect.stringMatching(/two policies for two roles/)]);
  });

  test('an account that can be fixed lets the scan role read what plans need', async () => {
    const read = async (remediation: string): Promise<readonly string[]> => {
      const file = `${cwd}/fixable.yml`;
      writeFileSync(file, `aws:\n  accounts:\n    - name: a\n${remediation}`);
      const { out } = await hipaa(['policy', '--read', '--config', file], place);
      return JSON.parse(out).Statement[0].Action;
    };
    const without = await read('');
    const with_ = await read(
      '      remediation: { role: "arn:aws:iam::111122223333:role/hipaa-remediate" }\n',
    );
    expect(without.filter((action) => !with_.includes(action))).toEqual([]);
    expect(with_.length).toBeGreaterThan(without.length);
  });
});

describe("the chat's commands, said once", () => {
  const own = { cwd, env: { ...env, HIPAA_DATABASE: `${cwd}/talk.db` } };
  const say = async (code: number, ...words: string[]): Promise<string> => {
    const ended = await hipaa(words, own);
    expect([ended.code, ended.err], ended.out).toEqual([code, '']);
    return ended.out;
  };
  const handleIn = (text: string): string => /F-[0-9A-Z]{5,}/.exec(text)?.[0] ?? 'none';

  test('from the first scan to a decision that the ledger holds', async () => {
    const inventory = writeRecording(`${cwd}/talk.json`, ['doomed', 'still']);
    await say(1, 'scan', '--inventory', inventory, '--service', 'kms');
    const list = await say(0, 'findings');
    expect(list).toMatch(/2 open findings|2 findings/i);
    const handle = handleIn(list);
    expect(await say(0, 'show', handle)).toContain('to be deleted on');
    expect(await say(0, 'show', handle.toLowerCase().replace('f-', ''))).toContain(handle);
    expect(await say(0, 'ack', handle, '2d', 'because', 'the vendor cancels it today')).toMatch(
      /^You acknowledged F-/,
    );
    expect(await say(0, 'findings', 'triage:acknowledged')).toContain(handle);
    expect(await say(0, 'whoami')).toMatch(/terminal:local:/);
    expect(await say(0, 'audit', 'verify')).toMatch(/^The audit log is whole: \d+ records/);
    const records = (await say(0, 'audit', 'export'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['scan.started', 'finding.new', 'scan.finished', 'finding.acknowledged']),
    );
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, i) => i + 1));
  });

  test.each([
    [1, ['show', 'F-ZZZZZ'], /^There is no finding “F-ZZZZZ”/],
    [1, ['approve', 'R-1'], /^“approve” is not taken from this terminal: [\s\S]*terminal:local:/],
    [1, ['enrol'], /^“enrol” is not taken from this terminal/],
    [
      2,
      ['findings', 'severity:awful'],
      /^“awful” is not a severity\. It can be critical, high, medium or low\./,
    ],
    [2, ['ack'], /^ack still needs “finding”/],
    [1, ['scan', 'cancel'], /^Nothing was cancelled: [\s\S]*Ctrl-C[\s\S]*in\s+chat/],
    [1, ['show', 'F-ZZZZZ', '--share'], /^There is no channel here to share/],
  ] as const)('exit %i for what cannot be done: %j', async (code, words, sentence) => {
    expect(await say(code, ...words)).toMatch(sentence);
  });
});

test('what was never kept is not answered from an empty database', async () => {
  const ended = await hipaa(['findings', '--database', `${cwd}/nowhere/hipaa.db`], place);
  expect([ended.code, ended.out]).toEqual([2, '']);
  expect(ended.err).toMatch(/no database at .*nowhere.hipaa\.db yet/);
  expect(existsSync(`${cwd}/nowhere`)).toBe(false);
});
