import { describe, expect, test } from 'vitest';
import { checks } from '#checks';
import { catalog } from '../../../src/cloud/catalog.ts';
import type { Collector, ResourceKind } from '../../../src/domain/catalog.ts';
import type { AnyCheck } from '../../../src/domain/check.ts';
import type { Collected } from '../../../src/domain/collected.ts';
import { evaluate } from '../../../src/engine/evaluate.ts';
import { closure } from '../../../src/engine/wanted.ts';
import { account, clinic, lakeside, look, open, put, recorded, subjectOf, withWritable } from './kit.ts';

const closed = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
};
const writable = withWritable(catalog, {
  'aws.account': { publicAccessBlock: {}, passwordPolicy: {} },
  'aws.kms.key': { rotation: {} },
  'aws.s3.bucket': {
    publicAccessBlock: {},
    versioning: {},
    ownership: {},
    policy: {},
    lifecycle: {},
  },
});

const checkNamed = (id: string) => {
  const found = (checks as readonly AnyCheck[]).find((c) => c.id === `aws/${id}`);
  if (!found) throw new Error(`no check ${id}`);
  return found;
};

async function answers(provider: ReturnType<typeof recorded>, id: string, name: string) {
  const check = checkNamed(id);
  const of = subjectOf(check.kind, name);
  const now = new Date(clinic.recordedAt);
  const context = { now, settings: check.settings ?? {}, tags: {}, account: account.id, region: of.region };
  return evaluate(check, await look(provider, check.kind, of, check.facts), context).status;
}

const weakKey = 'arn:aws:kms:us-east-1:111122223333:key/3c5e81f4-9a2d-4b68-b7f0-4d8a6c2e1b03';

describe.each([
  ['s3/bucket-public-access-block', 'lakeside-lab-results', 'publicAccessBlock', closed],
  ['s3/bucket-public-read', 'lakeside-lab-results', 'publicAccessBlock', closed],
  ['s3/bucket-public-policy', 'lakeside-lab-results', 'publicAccessBlock', closed],
  ['exposure/public-since', 'lakeside-lab-results', 'publicAccessBlock', closed],
  ['s3/exposure-blast-radius', 'lakeside-lab-results', 'publicAccessBlock', closed],
  ['s3/bucket-public-write', 'lakeside-intake-uploads', 'publicAccessBlock', closed],
  ['s3/bucket-public-read', 'lakeside-lab-results', 'policy', null],
  ['s3/bucket-tls-only', 'lakeside-lab-results', 'policy', tlsOnly('lakeside-lab-results')],
  [
    's3/bucket-versioning',
    'lakeside-intake-uploads',
    'versioning',
    { enabled: true, suspended: false, mfaDelete: false },
  ],
  ['kms/key-rotation', weakKey, 'rotation', { enabled: true }],
  ['s3/account-public-access-block', 'lakeside-clinic', 'publicAccessBlock', closed],
  [
    'iam/password-policy-min-length',
    'lakeside-clinic',
    'passwordPolicy',
    { minLength: 14, notRequired: [], remembered: 24, maxAgeDays: 90 },
  ],
] as const)('%s of %s, by its %s', (id, name, fact, value) => {
  const { kind } = checkNamed(id);
  const of = subjectOf(kind, name);

  test('fails, passes once it is set, and is as recorded once it is put back', async () => {
    const provider = recorded(writable);
    const before = await look(provider, kind, of);
    expect(before).toEqual(lakeside?.resources.find((r) => r.subject.id === of.id && r.kind === kind)?.facts);
    expect(await answers(provider, id, name)).toBe('fail');

    await put(provider, kind, of, fact, value);
    expect((await look(provider, kind, of, [fact]))[fact]).toEqual({ known: true, value });
    expect(await answers(provider, id, name)).toBe('pass');

    await put(provider, kind, of, fact, before[fact]?.known ? before[fact].value : undefined);
    expect(await look(provider, kind, of)).toEqual(before);
    expect(provider.writes.map((w) => w.fact)).toEqual([fact, fact]);
  });

  test('supposed and not set, the check passes all the same and nothing is kept', async () => {
    const provider = recorded(writable, false);
    const check = checkNamed(id);
    const before = await look(provider, kind, of);
    const session = await open(provider);
    const supposed: Record<string, Collected<unknown>> = { ...before, [fact]: { known: true, value } };
    const definition = provider.catalog[kind] as ResourceKind;
    for (const name of closure(kind, definition, Object.keys(before))) {
      const { from, needs = [] } = definition.facts[name] as Collector;
      if (from !== 'facts' || name === fact) continue;
      const given = Object.fromEntries(needs.map((need) => [need, supposed[need]]));
      supposed[name] = await session.read(kind, name, of, given).then(
        (concluded) => ({ known: true, value: concluded }),
        (error) => ({ known: false, ...provider.classify(error) }),
      );
    }
    const now = new Date(clinic.recordedAt);
    const context = { now, settings: check.settings ?? {}, tags: {}, account: '', region: of.region };
    expect(evaluate(check, supposed, context).status).toBe('pass');
    expect(await look(provider, kind, of)).toEqual(before);
  });
});

function tlsOnly(bucket: string): string {
  const everywhere = [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`];
  const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
  const Statement = [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: everywhere, Condition }];
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

describe('what is concluded anew', () => {
  const kind = 'aws.s3.bucket';
  const facts = ['effectiveBlock', 'publicRead', 'publicWrite', 'publicPolicy', 'exposedSince'];

  test('an absence that is written is an absence that is read', async () => {
    const provider = recorded(writable);
    const of = subjectOf(kind, 'lakeside-scratch');
    expect(await answers(provider, 's3/bucket-public-access-block', 'lakeside-scratch')).toBe('pass');
    await put(provider, kind, of, 'publicAccessBlock', null);
    expect((await look(provider, kind, of, ['publicAccessBlock']))['publicAccessBlock']).toEqual({
      known: true,
      value: null,
    });
    expect(await answers(provider, 's3/bucket-public-access-block', 'lakeside-scratch')).toBe('fail');
  });

  test('a door that an unread ACL decides stays unknown, until the block closes it', async () => {
    const provider = recorded(writable);
    const of = subjectOf(kind, 'lakeside-fax-inbox');
    const denied = { known: false, reason: 'denied', permission: 's3:GetBucketAcl' };
    await put(provider, kind, of, 'publicAccessBlock', { ...closed, ignorePublicAcls: false });
    expect((await look(provider, kind, of, facts))['publicRead']).toMatchObject(denied);
    await put(provider, kind, of, 'publicAccessBlock', closed);
    expect((await look(provider, kind, of, facts))['publicRead']).toMatchObject({
      known: true,
      value: { public: false },
    });
  });

  test('what would have to be asked of the cloud again is not known, and no old answer stands in for it', async () => {
    const provider = recorded(writable);
    const of = subjectOf(kind, 'lakeside-telehealth-recordings');
    expect((await look(provider, kind, of, facts))['exposedSince']).toEqual({ known: true, value: null });
    await put(provider, kind, of, 'publicAccessBlock', null);
    const now = await look(provider, kind, of, facts);
    expect(now['publicRead']).toMatchObject({ known: true, value: { public: true } });
    expect(now['exposedSince']).toEqual({
      known: false,
      reason: 'notRecorded',
      message: 'exposedSince was not recorded as it is after a change',
    });
  });

  test('other resources, neighbours and other providers stay as recorded', async () => {
    const [provider, other] = [recorded(writable), recorded(writable)];
    const of = subjectOf(kind, 'lakeside-trail-archive');
    const session = await open(provider);
    await put(provider, kind, of, 'versioning', { enabled: true, suspended: false, mfaDelete: false });
    expect(await session.read(kind, 'versioning', of, {})).toMatchObject({ enabled: true });
    expect(await (await open(other)).read(kind, 'versioning', of, {})).toMatchObject({ enabled: false });
    for (const { kind: neighbour, subject } of lakeside?.resources ?? []) {
      if (subject.id === of.id) continue;
      expect(await look(provider, neighbour, subject as never)).toEqual(
        lakeside?.resources.find((r) => r.kind === neighbour && r.subject.id === subject.id)?.facts,
      );
    }
    const legacy = subjectOf(
      'aws.cloudtrail.trail',
      'arn:aws:cloudtrail:us-east-1:111122223333:trail/lakeside-legacy',
    );
    expect(legacy).toMatchObject({ logBucket: of.name });
    expect(await session.read('aws.cloudtrail.trail', 'bucketVersioning', legacy, {})).toMatchObject({
      enabled: false,
    });
  });

  test('a value that its writer changes afterwards was written as it was', async () => {
    const provider = recorded(writable);
    const of = subjectOf(kind, 'lakeside-scratch');
    const value = { enabled: true, suspended: false, mfaDelete: false };
    await put(provider, kind, of, 'versioning', value);
    value.enabled = false;
    expect(await (await open(provider)).read(kind, 'versioning', of, {})).toMatchObject({ enabled: true });
    expect(provider.writes[0]?.value).toMatchObject({ enabled: true });
  });
});
