import { writeFileSync } from 'node:fs';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeWithMoto } from '../kit/aws/describe-with-moto.ts';
import { awsEnv, clientConfig } from '../kit/aws/environment.ts';
import { type AwsProxy, startProxy } from '../kit/aws/proxy.ts';
import { iamActionOf } from '../kit/aws/wire.ts';
import { type BucketName, makeBuckets, policies } from './kit/buckets.ts';
import { documentOf, nameOf, type ScanDocument } from './kit/document.ts';
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

describeWithMoto('what a scan says at the wire', (moto) => {
  let proxy: AwsProxy;
  let s3: S3Client;
  let clients: Clients;
  const cwd = folder();
  const file = (name: string, text: string): string => {
    writeFileSync(`${cwd}/${name}`, text);
    return `${cwd}/${name}`;
  };
  const place = () => ({ cwd, env: { ...awsEnv(proxy.endpoint), HIPAA_DATABASE: `${cwd}/hipaa.db` } });
  const scan = async (...args: string[]): Promise<ScanDocument> => {
    const ended = await hipaa(['scan', '--format', 'json', '--all', ...args], place());
    expect([ended.code, ended.err]).toEqual([expect.toSatisfy((code) => code === 0 || code === 1), '']);
    return documentOf(ended);
  };
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
    await makeAccessPoints(clients.s3Control);
  });
  afterAll(async () => {
    s3.destroy();
    clients.destroy();
    await proxy.stop();
  });
  beforeEach(() => {
    proxy.reset();
    recordedAnswers(proxy, people, policies);
    bucketListing(
      proxy,
      Object.fromEntries(names.map((name) => [name, name === 'records-copy' ? 'us-west-2' : 'us-east-1'])),
    );
  });

  test('a scan asks what its policy allows, all of it, and nothing twice', async () => {
    const { scan: told } = await scan();
    expect(actions()).toEqual(await policy());
    expect([...proxy.repeated()]).toEqual([]);
    expect(proxy.calls().filter(({ signed }) => !signed)).toEqual([]);
    expect(told.calls).toBe(proxy.calls().length);
    expect(
      proxy.calls().filter(({ operation }) => !/^(Get|List|Describe|Lookup|Generate)/.test(operation)),
    ).toEqual([]);
  });

  test('a bucket costs thirteen calls, and one more where it has a policy', async () => {
    await scan('--service', 's3');
    const ofBucket = (name: string) => proxy.calls().filter(({ bucket }) => bucket === name);
    expect(names.map((name) => [name, ofBucket(name).length])).toEqual(
      names.map((name) => [name, name in policies ? 14 : 13]),
    );
  });

  test('what is opted into is asked too: unsigned by the probe, signed and in the policy by the sample', async () => {
    const config = file('opted.yml', 'checks:\n  optIn: [anonymous-probe, object-acl-sample]\n');
    await scan('--config', config);
    expect(actions()).toEqual(await policy('--config', config));
    expect(actions()).toEqual(expect.arrayContaining(['s3:GetObjectAcl', 's3:ListBucket']));
    expect([...proxy.repeated()]).toEqual([]);
    const strangers = proxy.calls().filter(({ signed }) => !signed);
    expect(strangers.map(({ operation, bucket }) => `${operation} ${bucket}`).sort()).toEqual(
      names.flatMap((name) => [`HeadBucket ${name}`, `HeadObject ${name}`]).sort(),
    );
  });

  test.each([
    ['kms', ['kms', 'sts']],
    ['iam', ['iam', 'sts']],
    ['phi', ['s3', 'sts']],
    ['s3', ['cloudfront', 'cloudtrail', 'cloudwatch', 's3', 's3control', 'sts']],
  ])('--service %s calls only %j', async (service, wanted) => {
    await scan('--service', service);
    expect(services()).toEqual(wanted);
    const config = file('disabled.yml', 'checks:\n  disabled: []\n');
    const allowed = await policy('--config', config);
    expect(actions().filter((action) => !allowed.includes(action))).toEqual([]);
  });

  test.each([
    ['aws/s3/bucket-versioning', ['s3:GetBucketVersioning', 's3:ListAllMyBuckets']],
    // A failure that exposes is worse where the tags say PHI: so the tags are asked.
    ['aws/s3/website-hosting', expect.arrayContaining(['s3:GetBucketTagging', 's3:GetBucketWebsite'])],
    ['aws/kms/key-pending-deletion', ['kms:DescribeKey', 'kms:ListKeys']],
    ['iam-password-policy-reuse', ['iam:GetAccountPasswordPolicy']],
  ])('--check %s calls only what it needs', async (check, wanted) => {
    const { observations } = await scan('--check', check);
    expect(actions().filter((action) => action !== 'sts:GetCallerIdentity')).toEqual(wanted);
    expect(new Set(observations.map((o) => o.check)).size).toBe(1);
  });

  test('--region leaves out what lies elsewhere, and keeps what lies nowhere', async () => {
    const config = file('regions.yml', 'aws:\n  regions: [us-east-1, us-west-2]\n');
    const { observations } = await scan('--config', config, '--region', 'us-west-2');
    const regions = new Set(observations.map(({ region }) => region));
    expect([...regions].sort()).toEqual(['global', 'us-west-2']);
    const buckets = observations.filter(({ check }) => check === 'aws/s3/bucket-versioning');
    expect(buckets.map(({ resource }) => nameOf(resource))).toEqual(['records-copy']);
    expect(observations.filter(({ check }) => check === 'aws/kms/key-rotation')).toHaveLength(1);
    const kms = proxy.calls().filter(({ service }) => service === 'kms');
    expect(new Set(kms.map(({ region }) => region))).toEqual(new Set(['us-west-2']));
    expect([...proxy.repeated()]).toEqual([]);
  });

  test.each([
    [
      ['--service', 'dynamodb'],
      /^hipaa: No check asks about a service "dynamodb"\. Services: .*kms, .*s3\.$/,
    ],
    [['--check', 'aws/s3/nothing'], /^hipaa: There is no enabled check "aws\/s3\/nothing"/],
    [['--check', 'aws/s3/object-acl-public-sample'], /^hipaa: There is no enabled check/], // opt-in
    [
      ['--account', 'nobody'],
      /^hipaa: There is no account "nobody" in the configuration\. Accounts: default\.$/,
    ],
    [['--region', 'mars'], /^hipaa: "mars" is not an AWS region such as us-east-1\.$/],
    [['--service', 'kms', '--check', 'aws/s3/bucket-versioning'], /^hipaa: No check matches both/],
  ])('a filter that names nothing is refused before any call: %j', async (args, sentence) => {
    const { code, out, ...said } = await hipaa(['scan', '--format', 'json', ...args], place());
    expect([code, out]).toEqual([2, '']);
    expect(sentences(said)).toEqual([expect.stringMatching(sentence)]);
    expect(proxy.calls()).toEqual([]);
  });

  test('--account by the id that the credentials prove to be of', async () => {
    const { scan: told } = await scan('--account', '123456789012', '--service', 'kms');
    expect(told.accounts).toMatchObject([{ id: '123456789012', resources: 4 }]);
    const wrong = await hipaa(
      ['scan', '--format', 'json', '--account', '210987654321', '--service', 'kms'],
      place(),
    );
    expect(wrong.code).toBe(2);
    expect(documentOf(wrong).scan.accounts).toMatchObject([
      { resources: 0, refused: expect.stringMatching(/belong to account 123456789012/) },
    ]);
  });
});
