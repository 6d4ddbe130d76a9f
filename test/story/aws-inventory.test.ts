import { chmodSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { CreateAccessKeyCommand, CreateRoleCommand } from '@aws-sdk/client-iam';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { allChecks } from '../../src/wiring/rolls.ts';
import { describeWithMoto } from '../kit/aws/describe-with-moto.ts';
import { awsEnv } from '../kit/aws/environment.ts';
import { type AwsProxy, deny, startProxy } from '../kit/aws/proxy.ts';
import { type BucketName, makeBuckets, policies } from './kit/buckets.ts';
import { documentOf, type ScanDocument } from './kit/document.ts';
import { firstRoomsOnly } from './kit/first-rooms.ts';
import { folder, hipaa, sentences } from './kit/hipaa.ts';
import { ledgerOf } from './kit/ledger.ts';
import { recordedAnswers } from './kit/recorded.ts';
import {
  type Clients,
  clientsOf,
  makeAccessPoints,
  makeIdentities,
  makeKeys,
  makeTrail,
  people,
} from './kit/rest.ts';

const names: readonly BucketName[] = ['records-copy', 'trail-logs', 'records', 'open-acl', 'open-policy'];
const objectKey = 'ward-7/jane-doe-1970-hiv-result.pdf';

describeWithMoto('a recorded inventory', (moto) => {
  let proxy: AwsProxy;
  let s3: S3Client;
  let clients: Clients;
  let bobsKey = '';
  let bobsSecret = '';
  const cwd = folder();
  const optedIn = `${cwd}/opted-in.yml`;
  const sessionToken = 'a-session-token-that-anybody-would-recognise';
  const online = (database: string) => ({
    cwd,
    env: { ...awsEnv(proxy.endpoint), AWS_SESSION_TOKEN: sessionToken, HIPAA_DATABASE: `${cwd}/${database}` },
  });
  /** No credentials, and nobody at the only address that there is. */
  const offline = (database: string) => ({
    cwd,
    env: {
      ...awsEnv('http://127.0.0.1:9'),
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
      HIPAA_DATABASE: `${cwd}/${database}`,
    },
  });
  const record = async (file: string, database: string, ...args: string[]) => {
    const ended = await hipaa(['inventory', 'record', '--out', `${cwd}/${file}`, ...args], online(database));
    expect([ended.code, ended.out, sentences(ended)]).toEqual([
      0,
      '',
      [
        `hipaa: The inventory is in ${cwd}/${file}. It names resources; keep it as you keep your configuration.`,
      ],
    ]);
    return ended;
  };
  const replay = async (file: string, database: string, ...args: string[]): Promise<ScanDocument> => {
    const at = ['--inventory', `${cwd}/${file}`];
    const ended = await hipaa(['scan', ...at, '--format', 'json', '--all', ...args], offline(database));
    expect([ended.code, ended.err]).toEqual([1, '']);
    return documentOf(ended);
  };
  const live = async (database: string, ...args: string[]): Promise<ScanDocument> =>
    documentOf(await hipaa(['scan', '--format', 'json', '--all', ...args], online(database)));
  /** What was seen. Since when a bucket is open at least is told from the moment of the question. */
  const seen = ({ observations }: ScanDocument) =>
    observations.map(({ because, ...rest }) =>
      rest.check === 'aws/exposure/public-since' ? rest : { ...rest, because },
    );

  beforeAll(async () => {
    proxy = await startProxy({ upstream: moto.endpoint });
    clients = clientsOf(moto.endpoint);
    s3 = await makeBuckets(moto.endpoint, names);
    for (const Bucket of ['open-acl', 'open-policy', 'trail-logs'])
      await s3.send(new PutObjectCommand({ Bucket, Key: objectKey, Body: 'positive' }));
    await makeIdentities(clients.iam);
    const { AccessKey } = await clients.iam.send(new CreateAccessKeyCommand({ UserName: 'bob' }));
    bobsKey = AccessKey?.AccessKeyId ?? '';
    bobsSecret = AccessKey?.SecretAccessKey ?? '';
    await clients.iam.send(
      new CreateRoleCommand({
        RoleName: 'deploy',
        AssumeRolePolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        }),
      }),
    );
    await makeKeys(clients.kms);
    await makeTrail(clients.cloudTrail);
    await makeAccessPoints(clients.s3Control, { closed: 'records', open: 'open-policy' });
    writeFileSync(optedIn, 'checks:\n  optIn: [anonymous-probe, object-acl-sample]\n');
  });
  afterAll(async () => {
    s3.destroy();
    clients.destroy();
    await proxy.stop();
  });
  beforeEach(() => {
    proxy.reset();
    recordedAnswers(proxy, people, policies);
  });

  test('answers offline what the account answered online, question by question', async () => {
    await record('account.json', 'online.db');
    const fromAccount = await live('online.db');
    proxy.reset();
    const fromFile = await replay('account.json', 'offline.db');
    expect(seen(fromFile)).toEqual(seen(fromAccount));
    expect(fromFile.coverage).toEqual(fromAccount.coverage);
    expect(fromFile.scan.accounts).toEqual(fromAccount.scan.accounts);
    expect(fromFile.scan.calls).toBe(0);
    expect(proxy.calls()).toEqual([]);
    // And the same findings by the same handles: what a finding is does not depend on who answered.
    expect(ledgerOf(`${cwd}/offline.db`).findings.map(({ handle }) => handle)).toEqual(
      ledgerOf(`${cwd}/online.db`).findings.map(({ handle }) => handle),
    );
  });

  test('what could not be read is recorded as that, with its reason and permission', async () => {
    proxy.rule({ operation: 'ListKeys', fault: deny() });
    proxy.rule({ operation: 'GetBucketLogging', fault: deny() });
    const rules = [...proxy.rules];
    for (const rule of rules.slice(0, -2)) rule.remove();
    recordedAnswers(proxy, people, policies);
    // Only what the emulator knows all of: nothing else is to be unknown.
    const config = ['--config', firstRoomsOnly(`${cwd}/first-rooms.yml`)];
    await record('denied.json', 'denied.db', ...config);
    const fromAccount = await live('denied.db', ...config);
    const fromFile = await replay('denied.json', 'denied-offline.db', ...config);
    expect(fromAccount.coverage.notAssessed.map(({ permission }) => permission).sort()).toEqual([
      'kms:ListKeys',
      's3:GetBucketLogging',
    ]);
    expect(seen(fromFile)).toEqual(seen(fromAccount));
    expect(fromFile.coverage).toEqual(fromAccount.coverage);
  });

  test.each([
    ['kms', ['kms']],
    // Who left, and how long a session lasts, is told from the users, keys and roles that IAM lists.
    ['iam', ['iam', 'leaver', 'session']],
  ])(
    'of %s alone: the rest is not assessed, each check of it said, and closes nothing',
    async (service, answered) => {
      await record(`${service}.json`, 'online.db', '--service', service);
      const before = ledgerOf(`${cwd}/online.db`).findings;
      const { coverage, observations } = await replay(`${service}.json`, 'online.db');
      expect(new Set(coverage.notAssessed.map(({ reason }) => reason))).toEqual(new Set(['notRecorded']));
      const assessed = observations.filter(({ status }) => status !== 'unknown');
      expect(new Set(assessed.map(({ check }) => check.split('/')[1]))).toEqual(new Set(answered));
      // No question is passed over in silence: not even about what is listed region by region.
      const everyCheck = allChecks.filter(({ optIn }) => optIn === undefined).map(({ id }) => id);
      expect([...new Set(observations.map(({ check }) => check))].sort()).toEqual(everyCheck.toSorted());
      expect(ledgerOf(`${cwd}/online.db`).findings).toEqual(before);
    },
  );

  test('is readable by its owner alone, also where a file was there before', async () => {
    const mode = (file: string) => (statSync(`${cwd}/${file}`).mode & 0o777).toString(8);
    expect(mode('account.json')).toBe('600');
    writeFileSync(`${cwd}/old.json`, 'x');
    chmodSync(`${cwd}/old.json`, 0o644);
    await record('old.json', 'modes.db', '--service', 'kms');
    expect(mode('old.json')).toBe('600');
    expect(globSync(`${cwd}/*.part`)).toEqual([]);
    expect(mode('modes.db')).toBe('600');
  });

  test('a file that cannot be written is refused before anything is asked', async () => {
    const args = ['inventory', 'record', '--out', `${cwd}/nowhere/account.json`];
    const ended = await hipaa(args, online('online.db'));
    expect([ended.code, ended.out]).toEqual([2, '']);
    expect(sentences(ended)).toEqual([
      `hipaa: ${cwd}/nowhere/account.json cannot be written: name a file in a folder that is there`,
    ]);
    expect(proxy.calls()).toEqual([]);
  });

  test('no key, secret, token or object name leaves the scan: not by file, database, document or log', async () => {
    const all: string[] = [];
    const config = ['--config', optedIn, '--verbose'];
    const tell = ({ out, err }: { out: string; err: string }) => all.push(out, err);
    tell(await record('sampled.json', 'secrets.db', ...config));
    expect(proxy.calls().some((call) => call.objectKey === objectKey)).toBe(true);
    for (const format of ['table', 'json', 'csv', 'ocsf'])
      tell(
        await hipaa(
          ['scan', '--format', format, '--all', ...config, '--service', 's3'],
          online('secrets.db'),
        ),
      );
    // AWS's own refusals name the object and the caller.
    const refused = { status: 403, code: 'AccessDenied' };
    proxy.reset();
    proxy.rule({
      operation: 'GetObjectAcl',
      fault: { ...refused, message: `arn:aws:s3:::open-acl/${objectKey}` },
    });
    proxy.rule({ operation: 'GetAccountSummary', fault: { ...refused, message: `${bobsKey} may not` } });
    recordedAnswers(proxy, people, policies);
    const denied = await hipaa(['scan', '--format', 'json', '--all', ...config], online('secrets.db'));
    expect(documentOf(denied).coverage.notAssessed.map(({ permission }) => permission)).toContain(
      's3:GetObjectAcl',
    );
    tell(denied);
    tell(await hipaa(['audit', 'export'], online('secrets.db')));
    tell(await hipaa(['findings'], online('secrets.db')));
    for (const file of globSync(`${cwd}/{sampled.json,secrets.db*}`)) all.push(readFileSync(file, 'latin1'));

    const secrets = {
      'an object key': objectKey,
      'a part of an object key': 'jane-doe',
      'the session token': sessionToken,
      'the secret key': 'wJalrXUtnFEMI',
      'the access key id': 'AKIAIOSFODNN7EXAMPLE',
      "bob's key": bobsKey,
      "bob's secret": bobsSecret,
      'a key of the event history': 'AKIAOFBOBANDNOBODY99',
      'an address of the event history': '198.51.100.7',
    };
    const text = all.join('\n');
    expect(text.length).toBeGreaterThan(200_000);
    const leaked = Object.entries(secrets).filter(([, secret]) => secret === '' || text.includes(secret));
    expect(leaked).toEqual([]);
  });
});
