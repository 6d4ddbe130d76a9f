import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { describeWithMoto } from '../kit/aws/describe-with-moto.ts';
import { awsEnv, clientConfig } from '../kit/aws/environment.ts';
import { type AwsProxy, deny, startProxy } from '../kit/aws/proxy.ts';
import { type Bot, startBot } from './kit/bot.ts';
import { documentOf, nameOf } from './kit/document.ts';
import { folder, hipaa, sentences } from './kit/hipaa.ts';
import { ledgerOf } from './kit/ledger.ts';
import { xml } from './kit/recorded.ts';

const production = { name: 'production', id: '111111111111', externalId: 'external-id-of-production' };
const clinic = { name: 'clinic', id: '222222222222', externalId: 'external-id-of-the-clinic' };
const roleOf = ({ id }: { id: string }) => `arn:aws:iam::${id}:role/hipaa-scan`;
const configured = (...accounts: readonly (typeof production)[]) =>
  JSON.stringify({
    aws: {
      maxAttempts: 1,
      accounts: accounts.map(({ name, id, externalId }) => ({ name, role: roleOf({ id }), externalId })),
    },
  });

describeWithMoto('several accounts', (moto) => {
  let proxy: AwsProxy;
  let bot: Bot;
  const cwd = folder();
  const database = `${cwd}/hipaa.db`;
  const config = `${cwd}/hipaa.yml`;
  const place = (env: Readonly<Record<string, string>> = {}) => ({
    cwd,
    env: { ...awsEnv(proxy.endpoint), HIPAA_DATABASE: database, ...env },
  });
  const versioning = ['aws/s3/bucket-versioning'];

  const clientFor = async (account: { id: string }): Promise<S3Client> => {
    const sts = new STSClient(clientConfig(moto.endpoint));
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({ RoleArn: roleOf(account), RoleSessionName: 'seed' }),
    );
    sts.destroy();
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
    return new S3Client({ ...clientConfig(moto.endpoint), credentials, forcePathStyle: true });
  };
  const kept = () =>
    ledgerOf(database).findings.map((f) => `${f.account} ${nameOf(f.resource)} ${f.status} ${f.history}`);
  const assumed = () => proxy.calls().filter(({ operation }) => operation === 'AssumeRole');

  beforeAll(async () => {
    proxy = await startProxy({ upstream: moto.endpoint });
    for (const [account, Bucket] of [
      [production, 'charts'],
      [clinic, 'scans'],
    ] as const) {
      const s3 = await clientFor(account);
      await s3.send(new CreateBucketCommand({ Bucket }));
      s3.destroy();
    }
    writeFileSync(config, configured(production, clinic));
    bot = await startBot({ endpoint: proxy.endpoint, database, config });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await bot.stop();
    await proxy.stop();
  });
  beforeEach(() => {
    proxy.reset();
    // The roles trust whoever knows the external id, as `hipaa policy` sets them up; moto lets anybody in.
    for (const { id, externalId } of [production, clinic]) {
      proxy.rule({
        operation: 'AssumeRole',
        match: ({ key }) => key.includes(id) && !key.includes(`ExternalId=${externalId}`),
        fault: deny(),
      });
    }
  });

  test('each is read with its own role, assumed once with its external id, and kept apart', async () => {
    const ended = await hipaa(
      ['scan', '--format', 'json', '--config', config, '--check', ...versioning],
      place(),
    );
    expect([ended.code, ended.err]).toEqual([1, '']);
    const document = documentOf(ended);
    expect(document.scan.accounts).toMatchObject([
      { id: production.id, name: 'production', resources: 1 },
      { id: clinic.id, name: 'clinic', resources: 1 },
    ]);
    expect(document.observations.map((o) => `${o.account} ${nameOf(o.resource)}`).sort()).toEqual([
      `${production.id} charts`,
      `${clinic.id} scans`,
    ]);
    expect(kept().sort()).toEqual([`${production.id} charts open new`, `${clinic.id} scans open new`]);
    expect(assumed()).toHaveLength(2);
    // The bot's own credentials only assume; everything else is signed by a role.
    const own = proxy.calls().filter(({ accessKeyId }) => accessKeyId.startsWith('AKIA'));
    expect(own).toEqual(assumed());
    expect(new Set(proxy.calls().map(({ accessKeyId }) => accessKeyId)).size).toBe(3);
    expect([...proxy.repeated()]).toEqual([]);
  });

  test('one account, by name or by id', async () => {
    for (const typed of ['clinic', clinic.id]) {
      proxy.reset();
      const { scan } = await bot.scan({ accounts: [typed], checks: versioning });
      expect(scan.accounts.map(({ name }) => name)).toEqual(['clinic']);
      expect(assumed()).toHaveLength(1);
    }
  });

  test('a second account that fails leaves the first as it is, and its own findings as they were', async () => {
    const s3 = await clientFor(production);
    const VersioningConfiguration = { Status: 'Enabled' } as const;
    await s3.send(new PutBucketVersioningCommand({ Bucket: 'charts', VersioningConfiguration }));
    s3.destroy();
    const refused = 'the role cannot be assumed: access was denied';
    const wrong = `${cwd}/wrong-external-id.yml`;
    writeFileSync(wrong, configured(production, { ...clinic, externalId: 'guessed' }));
    const ended = await hipaa(
      ['scan', '--config', wrong, '--check', ...versioning, '--fail-on', 'none'],
      place(),
    );
    expect([ended.code, ended.err]).toEqual([0, '']);
    expect(ended.out).toContain(`Account clinic could not be assessed: ${refused}.`);
    expect(ended.out).toContain('Not assessed: 1 (denied, sts:AssumeRole).');
    expect(kept().sort()).toEqual([
      `${production.id} charts resolved new resolved`,
      `${clinic.id} scans open new`,
    ]);
    const { observations } = await bot.scan({ accounts: ['production'], checks: versioning });
    expect(observations.map(({ status }) => status)).toEqual(['pass']);
  });

  test('no account can be opened: exit 2, a sentence for each, nothing assessed, nothing changed', async () => {
    const before = kept();
    proxy.rule({ operation: 'AssumeRole', match: ({ key }) => key.includes(production.id), fault: deny() });
    proxy.rule({ operation: 'GetCallerIdentity', fault: deny() });
    const ended = await hipaa(['scan', '--format', 'json', '--config', config], place());
    expect(ended.code).toBe(2);
    expect(sentences(ended)).toEqual([
      'hipaa: Account production could not be opened: the role cannot be assumed: access was denied.',
      'hipaa: Account clinic could not be opened: access was denied: sts:GetCallerIdentity.',
      'hipaa: Nothing was assessed. `hipaa doctor` tells what is missing.',
    ]);
    const document = documentOf(ended);
    expect(document.coverage.assessed).toBe(0);
    expect(document.observations.filter(({ status }) => status !== 'unknown')).toEqual([]);
    expect(kept()).toEqual(before);
  });

  test.each([
    [
      'no credentials at all',
      { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
      '',
      'there are no AWS credentials',
    ],
    [
      'credentials of another account',
      {},
      'aws:\n  accounts: [{ name: default, id: "999999999999" }]\n',
      'the credentials belong to account 123456789012, not to 999999999999',
    ],
    [
      'an address that nobody listens on',
      { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' },
      '',
      'the call failed (ECONNREFUSED): sts:GetCallerIdentity',
    ],
  ])('%s: exit 2 and a sentence, and no permission is blamed', async (_, env, yaml, why) => {
    const before = kept();
    const file = `${cwd}/one.yml`;
    writeFileSync(file, yaml);
    const ended = await hipaa(['scan', '--format', 'json', '--config', file], place(env));
    expect(ended.code).toBe(2);
    expect(sentences(ended)).toEqual([
      `hipaa: Account default could not be opened: ${why}.`,
      'hipaa: Nothing was assessed. `hipaa doctor` tells what is missing.',
    ]);
    expect(documentOf(ended).coverage.assessed).toBe(0);
    expect(kept()).toEqual(before);
  });

  test('a profile that nobody wrote is not replaced by what the machine happens to be allowed', async () => {
    const asked: string[] = [];
    const machine = createServer(({ url = '' }, response) => {
      asked.push(url);
      const Expiration = new Date(Date.now() + 3_600_000).toISOString();
      response.end(
        JSON.stringify({ AccessKeyId: 'ASIAMACHINE', SecretAccessKey: 'x', Token: 't', Expiration }),
      );
    });
    await new Promise<void>((resolve) => machine.listen(0, '127.0.0.1', resolve));
    const { port } = machine.address() as AddressInfo;
    const file = `${cwd}/profile.yml`;
    writeFileSync(file, 'aws:\n  accounts: [{ name: default, profile: nobody }]\n');
    const AWS_CONTAINER_CREDENTIALS_FULL_URI = `http://127.0.0.1:${port}/`;
    const ended = await hipaa(['scan', '--config', file], place({ AWS_CONTAINER_CREDENTIALS_FULL_URI }));
    machine.close();
    expect(ended.code).toBe(2);
    expect(sentences(ended)[0]).toBe(
      'hipaa: Account default could not be opened: the profile nobody cannot be used: there are no AWS credentials.',
    );
    expect([asked, proxy.calls()]).toEqual([[], []]);
  });

  test.each([
    [
      'aws:\n  regions: [us-east-1, mars]\n',
      /^hipaa: .*bad\.yml:2: aws\.regions\.1 is not an AWS region such as us-east-1$/,
    ],
    [
      'aws:\n  accounts:\n    - name: clinic\n      role: hipaa-scan\n',
      /^hipaa: .*bad\.yml:4: aws\.accounts\.0\.role is not the ARN of a role$/,
    ],
    [
      'aws:\n  accounts:\n    - name: clinic\n      id: 12\n',
      /^hipaa: .*bad\.yml:4: aws\.accounts\.0\.id must be text/,
    ],
  ])(
    'a configuration that names no account or region of AWS is refused with its line: %j',
    async (yaml, sentence) => {
      writeFileSync(`${cwd}/bad.yml`, yaml);
      const ended = await hipaa(['scan', '--config', `${cwd}/bad.yml`], place());
      expect([ended.code, ended.out]).toEqual([2, '']);
      expect(sentences(ended)).toEqual([expect.stringMatching(sentence)]);
      expect(proxy.calls()).toEqual([]);
    },
  );

  test('credentials that run out in mid-scan are renewed once for all who need them', async () => {
    const credentials = (expiresInMs: number) =>
      xml(
        `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>x</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${new Date(Date.now() + expiresInMs).toISOString()}</Expiration></Credentials><AssumedRoleUser><AssumedRoleId>AROA:x</AssumedRoleId><Arn>arn:aws:sts::${clinic.id}:assumed-role/hipaa-scan/x</Arn></AssumedRoleUser></AssumeRoleResult></AssumeRoleResponse>`,
      );
    proxy.reset();
    proxy.rule({ operation: 'AssumeRole', times: 2, fault: credentials(60_000) });
    proxy.rule({ operation: 'AssumeRole', fault: credentials(3_600_000) });
    proxy.rule({
      operation: 'GetCallerIdentity',
      fault: xml(
        `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:sts::${clinic.id}:assumed-role/hipaa-scan/x</Arn><UserId>AROA:x</UserId><Account>${clinic.id}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
      ),
    });
    await bot.scan({ accounts: ['clinic'] });
    // To identify the account, for its trails, and then once for the clients of all other services together.
    expect(assumed()).toHaveLength(3);
  });

  test('what lets one in is told to nobody', async () => {
    const ended = await hipaa(['scan', '--verbose', '--config', config, '--service', 's3'], place());
    const said = ended.out + ended.err + readFileSync(database, 'latin1');
    for (const secret of [
      production.externalId,
      clinic.externalId,
      'wJalrXUtnFEMI',
      'AKIAIOSFODNN7EXAMPLE',
      ...proxy.calls().map((c) => c.accessKeyId),
    ])
      expect(said.includes(secret), secret).toBe(false);
  });
});
