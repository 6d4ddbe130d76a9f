import { setTimeout as pause } from 'node:timers/promises';
import { GetBucketVersioningCommand } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Clients } from '../../../src/cloud/aws/clients.ts';
import { credentialsFor } from '../../../src/cloud/aws/credentials.ts';
import type { AwsReader } from '../../../src/cloud/aws/reader.ts';
import { type AwsSettings, openSession } from '../../../src/cloud/aws/session.ts';
import type { AnyCatalog, ResourceKind, Subject } from '../../../src/domain/catalog.ts';
import { Cancelled, CloudError } from '../../../src/domain/errors.ts';
import type { Account, Session } from '../../../src/domain/provider.ts';
import { behindProxy, nobody } from '../../kit/aws/behind-proxy.ts';
import { awsEnv, testAccountId } from '../../kit/aws/environment.ts';
import { answer, deny, type Fault, hang, throttle } from '../../kit/aws/proxy.ts';

const xml = (body: string): Fault => answer(200, { 'content-type': 'application/xml' }, body);
const identity = (id: string, partition = 'aws') =>
  xml(
    `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:${partition}:iam::${id}:user/scan</Arn><UserId>A</UserId><Account>${id}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
  );
const assumed = (expiresInMs: number) =>
  xml(
    `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>x</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${new Date(Date.now() + expiresInMs).toISOString()}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
  );
const enabled = xml('<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>');

const sts = { region: 'us-east-1', sessionName: 'scan', timeoutMs: 5_000 };

const proxy = behindProxy(nobody);
beforeEach(() => {
  proxy.reset();
  proxy.setLatency(0);
});
const says = (operation: string, fault: Fault, times?: number) =>
  proxy.rule({ operation, fault, ...(times ? { times } : {}) });

describe('a session', () => {
  const settings: AwsSettings = { regions: ['eu-west-1'], concurrency: 4, timeoutMs: 5_000, maxAttempts: 1 };
  let read: (reader: AwsReader) => unknown = () => null;
  const catalog: AnyCatalog = {
    'aws.thing': {
      title: 'thing',
      scope: 'global',
      permissions: [],
      pattern: () => 'arn:aws:thing',
      async *list() {},
      facts: { fact: { from: 'call', permissions: [], read: (reader: AwsReader) => read(reader) } },
    },
  };
  const thing: Subject = { id: 'arn:aws:thing', region: 'eu-west-1' };
  const cancel = new AbortController();
  let session: Session | undefined;
  const open = async (account: Account = { name: 'test' }, signal = cancel.signal) => {
    session = await openSession(catalog, settings, account, { signal, optIns: new Set() });
    return session;
  };
  afterEach(() => session?.close());

  test('knows whose credentials it has, and the partition', async () => {
    says('GetCallerIdentity', identity(testAccountId, 'aws-us-gov'));
    const { identity: who, regions, calls } = await open();
    expect(who).toEqual({ id: testAccountId, name: 'test', partition: 'aws-us-gov' });
    expect(regions).toEqual(['eu-west-1']);
    expect(calls()).toBe(1);
    expect((await open({ name: 'test', regions: ['us-west-2'] })).regions).toEqual(['us-west-2']);
  });

  test("refuses another account's credentials", async () => {
    says('GetCallerIdentity', identity('999999999999'));
    await expect(open({ name: 'test', id: testAccountId })).rejects.toMatchObject({
      reason: 'denied',
      message: `the credentials belong to account 999999999999, not to ${testAccountId}`,
    });
  });

  test('refuses an identity without an account id', async () => {
    says(
      'GetCallerIdentity',
      xml('<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>'),
    );
    await expect(open()).rejects.toBeInstanceOf(CloudError);
  });

  test('remembers an answer, also a refusal, and asks once for all who want it at the same time', async () => {
    says('GetCallerIdentity', identity(testAccountId));
    const opened = await open();
    let asked = 0;
    read = (reader) =>
      reader.remember('key', async () => {
        asked++;
        throw new CloudError('denied', 'no');
      });
    const learn = () => opened.read('aws.thing', 'fact', thing, {});
    const outcomes = await Promise.allSettled([learn(), learn(), learn()]);
    await expect(learn()).rejects.toThrow('no');
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(asked).toBe(1);
  });

  test('recalls what was remembered, and otherwise keeps nothing', async () => {
    says('GetCallerIdentity', identity(testAccountId));
    const opened = await open();
    let asked = 0;
    const ask = async () => ++asked;
    const learn = () => opened.read('aws.thing', 'fact', thing, {});
    read = (reader) => reader.recall('key', ask);
    expect([await learn(), await learn()]).toEqual([1, 2]);
    read = (reader) => reader.remember('key', ask);
    expect([await learn(), await learn()]).toEqual([3, 3]);
    read = (reader) => reader.recall('key', ask);
    expect(await learn()).toBe(3);
  });

  describe('a service whose name nobody knows', () => {
    const noName = Object.assign(new Error('getaddrinfo ENOTFOUND dax.eu-west-1.example'), {
      code: 'ENOTFOUND',
      hostname: 'dax.eu-west-1.amazonaws.com',
    });
    let known: readonly string[] = [];
    beforeEach(() => {
      known = ['dax.us-east-1.amazonaws.com'];
    });
    const listed = async (region: string) => {
      const opened = await openSession(
        {
          'aws.thing': {
            ...(catalog['aws.thing'] as ResourceKind),
            // biome-ignore lint/correctness/useYield: it never comes so far
            async *list() {
              throw new CloudError('unsupported', 'not supported here', undefined, { cause: noName });
            },
          },
        },
        { ...settings, isKnown: async (host: string) => known.includes(host) },
        { name: 'test' },
        { signal: cancel.signal, optIns: new Set() },
      );
      session = opened;
      const found: Subject[] = [];
      for await (const one of opened.list('aws.thing', region)) found.push(one);
      return found;
    };

    test('has nothing in a region that answers otherwise', async () => {
      says('GetCallerIdentity', identity(testAccountId));
      expect(await listed('eu-west-1')).toEqual([]);
    });

    test('is unknown where a network hides its name everywhere', async () => {
      says('GetCallerIdentity', identity(testAccountId));
      known = [];
      await expect(listed('eu-west-1')).rejects.toMatchObject({ reason: 'unsupported' });
      known = ['dax.us-east-1.amazonaws.com'];
      await expect(listed('us-east-1')).rejects.toMatchObject({ reason: 'unsupported' });
    });

    test('is unknown where nothing answers, and where it is global', async () => {
      says('GetCallerIdentity', identity(testAccountId), 1);
      says('GetCallerIdentity', deny());
      await expect(listed('eu-west-1')).rejects.toMatchObject({ reason: 'unsupported' });
      proxy.reset();
      says('GetCallerIdentity', identity(testAccountId));
      await expect(listed('global')).rejects.toMatchObject({ reason: 'unsupported' });
    });
  });

  test('a kind or fact that there is not is a mistake of the program', async () => {
    says('GetCallerIdentity', identity(testAccountId));
    const opened = await open();
    expect(() => opened.list('aws.nothing', 'global')).toThrow('no kind aws.nothing');
    await expect(opened.read('aws.thing', 'nothing', thing, {})).rejects.toThrow('no fact nothing');
  });
});

describe('the clients of an account', () => {
  let counted = 0;
  const cancel = new AbortController();
  const clientsWith = (more: Partial<ConstructorParameters<typeof Clients>[0]> = {}) =>
    new Clients({
      credentials: credentialsFor({ name: 'test' }, sts),
      concurrency: 4,
      timeoutMs: 5_000,
      maxAttempts: 3,
      signal: cancel.signal,
      region: 'us-east-1',
      counted: () => {
        counted++;
      },
      ...more,
    });
  const ask = (clients: Clients, Bucket = 'b') =>
    clients.s3('us-east-1').send(new GetBucketVersioningCommand({ Bucket }));
  beforeEach(() => {
    counted = 0;
  });

  test('count every attempt, and try again as often as they may', async () => {
    says('GetBucketVersioning', throttle(), 2);
    says('GetBucketVersioning', enabled);
    const clients = clientsWith();
    expect(await ask(clients)).toMatchObject({ Status: 'Enabled' });
    expect([counted, proxy.calls().length]).toEqual([3, 3]);
    clients.close();
  });

  test('name the action that was missing, and keep the cause for the log', async () => {
    says('GetBucketVersioning', deny());
    const clients = clientsWith();
    const error = await ask(clients).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(CloudError);
    expect(error).toMatchObject({
      reason: 'denied',
      permission: 's3:GetBucketVersioning',
      message: 'access was denied: s3:GetBucketVersioning',
      cause: { name: 'AccessDenied' },
    });
    expect(counted).toBe(1);
    clients.close();
  });

  test('never have more under way than allowed, and fewer while AWS throttles', async () => {
    says('GetBucketVersioning', enabled);
    proxy.setLatency(5);
    const clients = clientsWith();
    await Promise.all(Array.from({ length: 40 }, (_, i) => ask(clients, `b-${i}`)));
    expect(proxy.concurrency().get('s3')).toBe(4);
    proxy.reset();
    says('GetBucketVersioning', throttle(), 4);
    says('GetBucketVersioning', enabled);
    await Promise.all(Array.from({ length: 8 }, (_, i) => ask(clients, `b-${i}`)));
    const answered = proxy.calls().filter(({ attempt }) => attempt > 1);
    expect(answered).toHaveLength(4);
    clients.close();
  });

  test('cancelled: what is under way ends at once, and nothing more is asked', async () => {
    says('GetBucketVersioning', hang());
    const own = new AbortController();
    const clients = clientsWith({ signal: own.signal });
    const asked = Promise.allSettled(Array.from({ length: 6 }, (_, i) => ask(clients, `b-${i}`)));
    while (proxy.calls().length < 4) await pause(2);
    const at = performance.now();
    own.abort();
    const outcomes = await asked;
    expect(performance.now() - at).toBeLessThan(1_000);
    expect(outcomes.map((o) => o.status === 'rejected' && o.reason instanceof Cancelled)).toEqual(
      Array(6).fill(true),
    );
    expect(proxy.calls()).toHaveLength(4);
    clients.close();
  });

  test.each([
    ['us-east-1', 'us-east-1'],
    ['eu-west-1', 'us-east-1'],
    ['us-gov-east-1', 'us-gov-west-1'],
    ['cn-northwest-1', 'cn-north-1'],
  ])('a scan from %s asks the global services in %s', async (region, home) => {
    const clients = clientsWith({ region });
    expect(await clients.iam().config.region()).toBe(home);
    expect(await clients.cloudFront().config.region()).toBe(home);
    clients.close();
  });
});

describe('credentials', () => {
  const role: Account = {
    name: 'test',
    role: 'arn:aws:iam::111111111111:role/scan',
    externalId: 'a-long-text',
  };
  const assumptions = () => proxy.calls().filter(({ operation }) => operation === 'AssumeRole');

  test('a role is assumed once for all who ask at the same time, with its external id', async () => {
    says('AssumeRole', assumed(3_600_000));
    const credentials = credentialsFor(role, sts);
    const given = await Promise.all([credentials(), credentials(), credentials()]);
    await credentials();
    expect(new Set(given.map(({ accessKeyId }) => accessKeyId))).toEqual(new Set(['ASIAIOSFODNN7EXAMPLE']));
    expect(assumptions()).toHaveLength(1);
    expect(assumptions()[0]?.key).toContain('ExternalId=a-long-text');
    expect(assumptions()[0]?.key).toContain('RoleSessionName=scan');
  });

  test('they are renewed before they run out, once for all', async () => {
    says('AssumeRole', assumed(60_000), 1);
    says('AssumeRole', assumed(3_600_000));
    const credentials = credentialsFor(role, sts);
    await credentials();
    await Promise.all([credentials(), credentials(), credentials()]);
    await credentials();
    expect(assumptions()).toHaveLength(2);
  });

  test('a refusal names the permission, and is asked again the next time', async () => {
    says('AssumeRole', deny(), 1);
    says('AssumeRole', assumed(3_600_000));
    const credentials = credentialsFor(role, sts);
    await expect(credentials()).rejects.toMatchObject({
      reason: 'denied',
      permission: 'sts:AssumeRole',
      message: 'the role cannot be assumed: access was denied',
    });
    expect(await credentials()).toMatchObject({ accessKeyId: 'ASIAIOSFODNN7EXAMPLE' });
  });

  test('an STS that never answers does not hold up the scan for ever', async () => {
    says('AssumeRole', hang());
    await expect(credentialsFor(role, { ...sts, timeoutMs: 50 })()).rejects.toMatchObject({
      reason: 'failed',
      message: 'the role cannot be assumed: the call timed out',
    });
  });

  test('none at all is no permission that is missing', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', '');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', '');
    const credentials = credentialsFor({ name: 'test' }, sts);
    const error = await credentials().catch((e: unknown) => e);
    expect(error).toMatchObject({
      reason: 'denied',
      permission: undefined,
      message: 'there are no AWS credentials',
    });
    for (const [name, value] of Object.entries(awsEnv(proxy.endpoint))) vi.stubEnv(name, value);
  });
});
