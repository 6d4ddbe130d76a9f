import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { describeWithMoto } from '../kit/aws/describe-with-moto.ts';
import { awsEnv, clientConfig } from '../kit/aws/environment.ts';
import { type AwsProxy, startProxy } from '../kit/aws/proxy.ts';
import { iamActionOf } from '../kit/aws/wire.ts';
import { type Bot, startBot } from './kit/bot.ts';
import { type BucketName, makeBuckets, policies } from './kit/buckets.ts';
import { documentOf, nameOf } from './kit/document.ts';
import { firstRoomsOnly } from './kit/first-rooms.ts';
import { folder, hipaa, sentences } from './kit/hipaa.ts';
import { bucketListing, recordedAnswers } from './kit/recorded.ts';
import {
  type Clients,
  clientsOf,
  makeAccessPoints,
  makeIdentities,
  makeKeys,
  makeTrail,
  people,
} from './kit/rest.ts';

const names: readonly BucketName[] = ['records-copy', 'trail-logs', 'records', 'open-policy', 'open-acl'];
const regionOf = (name: BucketName) => (name === 'records-copy' ? 'us-west-2' : 'us-east-1');

describeWithMoto('what a scan says at the wire', (moto) => {
  let proxy: AwsProxy;
  let s3: S3Client;
  let clients: Clients;
  let bot: Bot;
  const cwd = folder();
  const oneRegion = firstRoomsOnly(`${cwd}/one-region.yml`, { aws: { regions: ['us-east-1'] } });
  const config = firstRoomsOnly(`${cwd}/two-regions.yml`, { aws: { regions: ['us-east-1', 'us-west-2'] } });
  const optIn = ['anonymous-probe', 'object-acl-sample'];
  const optedIn = firstRoomsOnly(`${cwd}/opted-in.yml`, {
    aws: { regions: ['us-east-1'] },
    checks: { optIn },
  });
  const place = () => ({ cwd, env: { ...awsEnv(proxy.endpoint), HIPAA_DATABASE: `${cwd}/hipaa.db` } });

  /** The IAM actions that the signed calls needed, told from the wire alone. */
  const actions = () =>
    [
      ...new Set(
        proxy
          .calls()
          .filter(({ signed }) => signed)
          .map(({ service, operation }) => iamActionOf(service, operation)),
      ),
    ].sort();
  const services = () => [...new Set(proxy.calls().map(({ service }) => service))].sort();
  const policy = async (...args: string[]): Promise<readonly string[]> => {
    const { code, out } = await hipaa(['policy', '--read', ...args], { cwd });
    expect(code).toBe(0);
    return JSON.parse(out).Statement[0].Action;
  };

  beforeAll(async () => {
    proxy = await startProxy({ upstream: moto.endpoint });
    clients = clientsOf(moto.endpoint);
    s3 = await makeBuckets(moto.endpoint, names);
    await s3.send(new PutObjectCommand({ Bucket: 'open-acl', Key: 'a', Body: 'x' }));
    await makeIdentities(clients.iam);
    await makeKeys(clients.kms);
    const west = new KMSClient({ ...clientConfig(moto.endpoint), region: 'us-west-2' });
    await west.send(new CreateKeyCommand({}));
    west.destroy();
    await makeTrail(clients.cloudTrail);
    await makeAccessPoints(clients.s3Control, { closed: 'records', open: 'open-policy' });
    bot = await startBot({ endpoint: proxy.endpoint, database: `${cwd}/bot.db`, config });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    s3.destroy();
    clients.destroy();
    await bot.stop();
    await proxy.stop();
  });
  beforeEach(() => {
    proxy.reset();
    recordedAnswers(proxy, people, policies);
    bucketListing(proxy, Object.fromEntries(names.map((name) => [name, regionOf(name)])));
  });

  test('a scan asks what its policy allows, all of it, and nothing twice', async () => {
    const ended = await hipaa(['scan', '--format', 'json', '--config', oneRegion], place());
    expect([ended.code, ended.err]).toEqual([1, '']);
    expect(actions()).toEqual(await policy('--config', oneRegion));
    expect([...proxy.repeated()]).toEqual([]);
    expect(proxy.calls().filter(({ signed }) => !signed)).toEqual([]);
    expect(documentOf(ended).scan.calls).toBe(proxy.calls().length);
    const reads = /^(Get|List|Describe|Lookup|Generate)/;
    expect(proxy.calls().filter(({ operation }) => !reads.test(operation))).toEqual([]);
  });

  test('two regions: what is global is asked once, what is regional once in each', async () => {
    await bot.scan();
    expect([...proxy.repeated()]).toEqual([]);
    const counts = proxy.counts();
    const asked = [
      'iam:GetAccountSummary',
      'cloudfront:ListDistributions',
      'kms:ListKeys',
      'cloudtrail:DescribeTrails',
    ];
    expect(asked.map((name) => counts.get(name))).toEqual([1, 1, 2, 2]);
  });

  test('a bucket costs thirteen calls, and one more where it has a policy', async () => {
    await bot.scan({ services: ['s3'] });
    const ofBucket = (name: string) => proxy.calls().filter(({ bucket }) => bucket === name);
    expect(names.map((name) => [name, ofBucket(name).length])).toEqual(
      names.map((name) => [name, name in policies ? 14 : 13]),
    );
  });

  test('what is opted into is asked too: signed and in the policy by the sample, unsigned by the probe', async () => {
    const ended = await hipaa(['scan', '--format', 'json', '--config', optedIn], place());
    expect([ended.code, ended.err]).toEqual([1, '']);
    expect(actions()).toEqual(await policy('--config', optedIn));
    expect(actions()).toEqual(expect.arrayContaining(['s3:GetObjectAcl', 's3:ListBucket']));
    expect([...proxy.repeated()]).toEqual([]);
    const strangers = proxy.calls().filter(({ signed }) => !signed);
    expect(strangers.map(({ operation, bucket }) => `${operation} ${bucket}`).sort()).toEqual(
      names.flatMap((name) => [`HeadBucket ${name}`, `HeadObject ${name}`]).sort(),
    );
  });

  test('one service on the command line', async () => {
    const ended = await hipaa(['scan', '--format', 'json', '--service', 'kms'], place());
    expect([ended.code, ended.err]).toEqual([1, '']);
    expect(services()).toEqual(['kms', 'sts']);
    expect(new Set(documentOf(ended).observations.map(({ check }) => check.split('/')[1]))).toEqual(
      new Set(['kms']),
    );
  });

  test.each([
    ['iam', ['iam', 'sts']],
    ['cloudtrail', ['cloudtrail', 's3', 's3control', 'sts']],
    ['phi', ['s3', 'sts']],
    ['s3', ['cloudfront', 'cloudtrail', 'cloudwatch', 's3', 's3control', 'sts']],
  ])('service %s calls only %j', async (service, wanted) => {
    await bot.scan({ services: [service] });
    expect(services()).toEqual(wanted);
    expect([...proxy.repeated()]).toEqual([]);
  });

  test.each([
    ['aws/s3/bucket-versioning', ['s3:GetBucketVersioning', 's3:ListAllMyBuckets']],
    // A failure that exposes is worse where the tags say PHI: so the tags are asked.
    ['aws/s3/website-hosting', expect.arrayContaining(['s3:GetBucketTagging', 's3:GetBucketWebsite'])],
    ['aws/kms/key-pending-deletion', ['kms:DescribeKey', 'kms:ListKeys']],
    ['iam-password-policy-reuse', ['iam:GetAccountPasswordPolicy']],
  ])('check %s calls only what it needs', async (check, wanted) => {
    const { observations } = await bot.scan({ checks: [check] });
    expect(actions().filter((action) => action !== 'sts:GetCallerIdentity')).toEqual(wanted);
    expect(new Set(observations.map((o) => o.check)).size).toBe(1);
  });

  test('a region leaves out what lies elsewhere, and keeps what lies nowhere', async () => {
    const { observations } = await bot.scan({ regions: ['us-west-2'] });
    const regions = new Set(observations.map(({ region }) => region));
    expect([...regions].sort()).toEqual(['global', 'us-west-2']);
    const buckets = observations.filter(({ check }) => check === 'aws/s3/bucket-versioning');
    expect(buckets.map(({ resource }) => nameOf(resource))).toEqual(['records-copy']);
    expect(observations.filter(({ check }) => check === 'aws/kms/key-rotation')).toHaveLength(1);
    const kms = proxy.calls().filter(({ service }) => service === 'kms');
    expect(new Set(kms.map(({ region }) => region))).toEqual(new Set(['us-west-2']));
    expect([...proxy.repeated()]).toEqual([]);
  });

  test('a region that is asked for by name is looked into, also where the configuration leaves it out', async () => {
    const { scan } = await bot.scan({ regions: ['eu-west-1'], services: ['kms', 'cloudtrail'] });
    expect(scan.state).toBe('finished');
    const regional = proxy.calls().filter(({ service }) => service === 'kms' || service === 'cloudtrail');
    expect(regional.map(({ operation, region }) => `${operation} ${region}`).sort()).toEqual(
      expect.arrayContaining(['DescribeTrails eu-west-1', 'ListKeys eu-west-1']),
    );
    expect([...proxy.repeated()]).toEqual([]);
  });

  test.each([
    [{ services: ['dynamodb'] }, /^No check asks about a service "dynamodb"\. Services: .*kms, .*s3\.$/],
    [{ checks: ['aws/s3/nothing'] }, /^There is no enabled check "aws\/s3\/nothing"/],
    [{ checks: ['aws/s3/object-acl-public-sample'] }, /^There is no enabled check/], // opt-in
    [{ accounts: ['nobody'] }, /^There is no account "nobody"\. Accounts: default\.$/],
    [{ regions: ['mars'] }, /^"mars" is not an AWS region such as us-east-1\.$/],
    [{ services: ['kms'], checks: ['aws/s3/bucket-versioning'] }, /^No check matches both/],
  ])('a filter that names nothing is refused before any call: %j', async (filter, sentence) => {
    expect(await bot.refusal(filter)).toMatch(sentence);
    expect(proxy.calls()).toEqual([]);
  });

  test('a refused filter at the terminal', async () => {
    const ended = await hipaa(['scan', '--format', 'json', '--region', 'mars'], place());
    expect([ended.code, ended.out]).toEqual([2, '']);
    expect(sentences(ended)).toEqual([
      expect.stringMatching(/^hipaa: .*mars.* is not .*region such as us-east-1/),
    ]);
    expect(proxy.calls()).toEqual([]);
  });

  test('an account by the id that its credentials must prove to be of', async () => {
    const right = await bot.scan({ accounts: ['123456789012'], services: ['kms'] });
    expect(right.scan.accounts).toMatchObject([{ id: '123456789012', name: 'default', resources: 5 }]);
    const wrong = await bot.scan({ accounts: ['210987654321'], services: ['kms'] });
    expect(wrong.scan.accounts).toMatchObject([
      {
        id: '210987654321',
        name: 'default',
        resources: 0,
        refused: 'the credentials belong to account 123456789012, not to 210987654321',
      },
    ]);
    expect(wrong.coverage.assessed).toBe(0);
  });
});
