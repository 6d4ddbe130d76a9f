import { describe, expect, test } from 'vitest';
import { awsProvider } from '../../../src/cloud/aws/provider.ts';
import type { Subject } from '../../../src/domain/catalog.ts';
import { behindProxy, nobody } from '../../kit/aws/behind-proxy.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import {
  answer,
  deny,
  dropConnection,
  empty200,
  type Fault,
  hang,
  html200,
  serverError,
  throttle,
} from '../../kit/aws/proxy.ts';

const account: Subject = { id: `arn:aws:iam::${testAccountId}:root`, region: 'global' };
const operation = 'ListCustomerAgreements';
const json = (body: unknown): Fault =>
  answer(200, { 'content-type': 'application/json' }, JSON.stringify(body));
const agreement = {
  name: 'AWS Business Associate Addendum',
  state: 'ACTIVE',
  effectiveStart: '2024-03-01T00:00:00Z',
};
const identity = (partition: string) =>
  answer(
    200,
    { 'content-type': 'application/xml' },
    `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:${partition}:iam::${testAccountId}:user/scan</Arn><UserId>A</UserId><Account>${testAccountId}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
  );

const proxy = behindProxy(nobody);

async function asked(signal = new AbortController().signal, partition = 'aws', timeoutMs = 5_000) {
  proxy.rule({ operation: 'GetCallerIdentity', fault: identity(partition) });
  const provider = awsProvider([], { regions: ['eu-west-1'], concurrency: 2, timeoutMs, maxAttempts: 2 });
  const session = await provider.open({ name: 'test', id: testAccountId }, { signal, optIns: new Set() });
  try {
    return await session.read('aws.account', 'businessAssociateAgreements', account, {});
  } catch (error) {
    const { reason, permission } = provider.classify(error);
    return { reason, permission, calls: proxy.counts().get(`artifact:${operation}`) ?? 0 };
  } finally {
    await session.close();
  }
}

const permission = `artifact:${operation}`;

describe('agreements', () => {
  test('are asked in us-east-1, signed, page by page; those about other things are left out', async () => {
    proxy.rule({
      operation,
      times: 1,
      fault: json({ customerAgreements: [{ name: 'Nondisclosure', state: 'ACTIVE' }], nextToken: 'a b' }),
    });
    proxy.rule({ operation, fault: json({ customerAgreements: [agreement] }) });
    expect(await asked()).toEqual([
      {
        name: agreement.name,
        state: 'ACTIVE',
        from: '2024-03-01T00:00:00.000Z',
        until: null,
        organization: null,
      },
    ]);
    const calls = proxy.calls().filter(({ service }) => service === 'artifact');
    expect(calls.map(({ region, signed }) => [region, signed])).toEqual([
      ['us-east-1', true],
      ['us-east-1', true],
    ]);
    expect(calls.map(({ path }) => new URLSearchParams(path.split('?')[1]).get('nextToken'))).toEqual([
      null,
      'a b',
    ]);
  });

  test('dates in seconds are dates', async () => {
    const dated = { ...agreement, effectiveStart: 1_709_251_200, effectiveEnd: 1_735_689_600.5 };
    proxy.rule({ operation, fault: json({ customerAgreements: [dated] }) });
    expect(await asked()).toMatchObject([
      { from: '2024-03-01T00:00:00.000Z', until: '2025-01-01T00:00:00.500Z' },
    ]);
  });

  test.each([
    ['denied', deny(), 'denied', 1],
    ['throttled', throttle(), 'throttled', 2],
    ['a fault of AWS', serverError(), 'failed', 2],
    ['a connection that breaks off', dropConnection(), 'failed', 2],
    ['a page', html200(), 'failed', 1],
    ['nothing', empty200(), 'unsupported', 1],
    ['no list', json({}), 'failed', 1],
    ['a list that is none', json({ customerAgreements: 'none' }), 'failed', 1],
    ['half an answer', answer(200, { 'content-type': 'application/json' }, '{"customerAgr'), 'failed', 1],
    ['an unknown state', json({ customerAgreements: [{ ...agreement, state: 'PAUSED' }] }), 'unsupported', 1],
    [
      'a date that is none',
      json({ customerAgreements: [{ ...agreement, effectiveEnd: 'soon' }] }),
      'failed',
      1,
    ],
    ['one without a name', json({ customerAgreements: [{ state: 'ACTIVE' }] }), 'failed', 1],
  ] as const)('%s is no account without agreement', async (_, fault, reason, calls) => {
    proxy.rule({ operation, fault });
    expect(await asked()).toMatchObject({ reason, calls });
  });

  test('a refusal names what is missing', async () => {
    proxy.rule({ operation, fault: deny() });
    expect(await asked()).toMatchObject({ permission });
  });

  test('what was throttled once is asked again', async () => {
    proxy.rule({ operation, times: 1, fault: throttle() });
    proxy.rule({ operation, fault: json({ customerAgreements: [] }) });
    expect(await asked()).toEqual([]);
  });

  test('an answer that does not come is waited for no longer than configured', async () => {
    proxy.rule({ operation, fault: hang() });
    expect(await asked(undefined, 'aws', 100)).toMatchObject({ reason: 'failed', calls: 2 });
  });

  test('a scan that is cancelled does not wait', async () => {
    const cancel = new AbortController();
    proxy.rule({
      operation,
      match: () => {
        cancel.abort();
        return true;
      },
      fault: hang(),
    });
    await expect(asked(cancel.signal)).resolves.toMatchObject({ calls: 1 });
  });

  test('in other partitions nobody is asked', async () => {
    expect(await asked(undefined, 'aws-us-gov')).toMatchObject({ reason: 'unsupported', calls: 0 });
  });
});
