import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Severity, Status } from '../../src/domain/check.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Store } from '../../src/domain/store.ts';
import type { Asked, Sight } from '../../src/engine/inspect.ts';
import { Reconciler } from '../../src/engine/reconcile.ts';
import { wantedBy } from '../../src/engine/wanted.ts';
import { openStore } from '../../src/store/open.ts';
import { smallCheck, smallCloud } from '../story/kit/small-cloud.ts';

type Resource = Extract<Sight, { kind: 'resource' }>;
type Listed = Extract<Sight, { kind: 'listed' }>;

const account = { name: 'one', id: '111111111111' };
const identity = { id: account.id, name: account.name, partition: 'aws' };
const at = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();
const checks = ['logging', 'versioning'].map((name) =>
  smallCheck(`aws/s3/${name}`, 'aws.s3.bucket', ['fact']),
);
const { provider } = smallCloud({
  'aws.s3.bucket': { list: () => [], facts: { fact: { read: () => null } } },
  'aws.kms.key': { scope: 'regional', list: () => [], facts: { fact: { read: () => null } } },
});

const asked = (
  name: string,
  status: Status,
  severity: Severity = 'medium',
  more: Partial<Asked> = {},
): Asked => ({
  checkId: `aws/s3/${name}`,
  controls: ['164.312(b)'],
  severity,
  answer: status === 'pass' ? { status } : { status, because: `${name} ${status}` },
  ...more,
});
const bucket = (id: string, answers: readonly Asked[], region = 'east', of = 'aws.s3.bucket'): Resource => ({
  kind: 'resource',
  account,
  identity,
  of,
  subject: { id, region },
  facts: {},
  asked: answers,
  calls: 0,
});
const listed = (
  why: Listed['why'] = null,
  region = 'global',
  of = 'aws.s3.bucket',
  asking = checks,
): Listed => {
  const [wanted] = wantedBy(
    provider.catalog,
    asking.map((c) => ({ ...c, kind: of })),
  );
  if (!wanted) throw new Error('nothing is wanted');
  return { kind: 'listed', account, identity, wanted, region, regions: 1, resources: 0, why };
};

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:');
});
afterEach(() => store.close());

/** A scan of its own: what it saw, and then that the listing came to its end. */
async function scan(
  id: string,
  day: number,
  resources: readonly Resource[],
  end: Listed | null = listed(),
  regions: readonly string[] = [],
) {
  const reconciler = new Reconciler(store, 'aws', id);
  await reconciler.prepare(account.id);
  const seen = await reconciler.resources(resources, at(day));
  const gone = end ? await reconciler.gone(end, regions, at(day)) : [];
  const changes = [...seen.changes, ...gone].map(
    ({ finding, change }) => `${change} ${finding.checkId.slice(7)} ${finding.resource}`,
  );
  return { ...seen, changes: changes.sort() };
}
const findings = async () => (await store.findings.find({ status: 'any' })).findings;
const state = async () =>
  (await findings())
    .map((f: Finding) => `${f.resource} ${f.checkId.slice(7)} ${f.resolution ?? f.status}`)
    .sort();

describe('one question', () => {
  test.each([
    ['fail', 'fail', [], 'open'],
    ['fail', 'pass', ['resolved logging b'], 'fixed'],
    ['fail', 'notApplicable', ['notApplicable logging b'], 'notApplicable'],
    ['fail', 'unknown', [], 'open'],
  ] as const)('%s, then %s: %j', async (first, then, changes, end) => {
    expect((await scan('S-1', 1, [bucket('b', [asked('logging', first)])])).changes).toEqual([
      'new logging b',
    ]);
    expect((await scan('S-2', 2, [bucket('b', [asked('logging', then)])])).changes).toEqual(changes);
    expect(await state()).toEqual([`b logging ${end}`]);
  });

  test.each(['pass', 'notApplicable', 'unknown'] as const)(
    '%s about what was never wrong leaves no finding',
    async (status) => {
      const { changes, observed } = await scan('S-1', 1, [bucket('b', [asked('logging', status)])]);
      expect([changes, await state(), observed[0]?.finding]).toEqual([[], [], null]);
    },
  );

  test('what comes back is regressed; what is unknown in between does not bring it back', async () => {
    await scan('S-1', 1, [bucket('b', [asked('logging', 'fail')])]);
    await scan('S-2', 2, [bucket('b', [asked('logging', 'pass')])]);
    expect((await scan('S-3', 3, [bucket('b', [asked('logging', 'unknown')])])).changes).toEqual([]);
    expect((await scan('S-4', 4, [bucket('b', [asked('logging', 'fail')])])).changes).toEqual([
      'regressed logging b',
    ]);
    expect((await findings())[0]).toMatchObject({ regressions: 1, firstSeen: at(1), openedAt: at(4) });
  });

  test('the report names the finding, whatever the answer is', async () => {
    const [first] = (await scan('S-1', 1, [bucket('b', [asked('logging', 'fail')])])).observed;
    expect(first).toEqual({
      check: 'aws/s3/logging',
      status: 'fail',
      resource: 'b',
      account: account.id,
      region: 'east',
      severity: 'medium',
      controls: ['164.312(b)'],
      because: 'logging fail',
      finding: expect.stringMatching(/^F-/),
    });
    for (const status of ['unknown', 'fail', 'pass'] as const) {
      const { observed } = await scan(`S-${status}`, 2, [bucket('b', [asked('logging', status)])]);
      expect(observed[0]).toMatchObject({ status, finding: first?.finding });
    }
  });
});

describe('severity', () => {
  const see = (day: number, severity: Severity, more: Partial<Asked> = {}) =>
    scan(`S-${day}`, day, [bucket('b', [asked('logging', 'fail', severity, more)])]);
  const atLeast = { severityAtLeast: true as const };

  test('follows what was seen', async () => {
    await see(1, 'medium');
    expect((await see(2, 'critical')).changes).toEqual(['severityRaised logging b']);
    expect((await see(3, 'medium')).changes).toEqual(['severityLowered logging b']);
  });

  test('is not lowered by tags that could not be read, and raised by what is worse all the same', async () => {
    await see(1, 'critical');
    const { changes, observed } = await see(2, 'medium', atLeast);
    expect([changes, observed[0]?.severity]).toEqual([[], 'critical']);
    expect((await see(3, 'medium')).changes).toEqual(['severityLowered logging b']);
    expect((await see(4, 'high', atLeast)).changes).toEqual(['severityRaised logging b']);
  });

  test('of a finding that opens or comes back is what is known of it', async () => {
    expect((await see(1, 'medium', atLeast)).observed[0]?.severity).toBe('medium');
    await see(2, 'critical');
    await scan('S-3', 3, [bucket('b', [asked('logging', 'pass')])]);
    expect((await see(4, 'medium', atLeast)).observed[0]?.severity).toBe('medium');
  });
});

describe('gone', () => {
  const both = [
    bucket('a', [asked('logging', 'fail')]),
    bucket('b', [asked('logging', 'fail'), asked('versioning', 'fail')]),
  ];
  const onlyA = [bucket('a', [asked('logging', 'fail')])];
  beforeEach(() => scan('S-1', 1, both));
  const open = ['a logging open', 'b logging open', 'b versioning open'];

  test('is what a listing no longer has, when it was read to its end', async () => {
    expect((await scan('S-2', 2, onlyA)).changes).toEqual(['gone logging b', 'gone versioning b']);
    expect(await state()).toEqual(['a logging open', 'b logging gone', 'b versioning gone']);
    expect((await scan('S-3', 3, onlyA)).changes).toEqual([]);
  });

  test.each(['denied', 'throttled', 'failed', 'unsupported'] as const)(
    'is nothing, when the listing was %s',
    async (reason) => {
      const why = { known: false, reason, message: 'no' } as const;
      expect((await scan('S-2', 2, onlyA, listed(why))).changes).toEqual([]);
      expect(await state()).toEqual(open);
    },
  );

  test('is not what was seen, and could not be judged', async () => {
    const unknown = bucket('b', [asked('logging', 'unknown'), asked('versioning', 'unknown')]);
    expect((await scan('S-2', 2, [...onlyA, unknown])).changes).toEqual([]);
    expect(await state()).toEqual(open);
  });

  test('is said only of the checks that were asked, the kind that was listed, and its account', async () => {
    const [logging = checks[0]] = checks;
    await scan('S-2', 2, onlyA, listed(null, 'global', 'aws.s3.bucket', logging ? [logging] : []));
    expect(await state()).toEqual(['a logging open', 'b logging gone', 'b versioning open']);
    await scan('S-3', 3, [], listed(null, 'east', 'aws.kms.key'));
    expect(await state()).toEqual(['a logging open', 'b logging gone', 'b versioning open']);
    const elsewhere = { ...listed(), identity: { ...identity, id: '222222222222' } };
    await scan('S-4', 4, [], elsewhere);
    expect(await state()).toEqual(['a logging open', 'b logging gone', 'b versioning open']);
  });

  test('within a filter of regions is said only of those regions', async () => {
    await scan('S-2', 2, [bucket('w', [asked('logging', 'fail')], 'west')], null);
    expect((await scan('S-3', 3, [], listed(), ['west'])).changes).toEqual(['gone logging w']);
    expect(await state()).toEqual([...open, 'w logging gone']);
  });

  test('of a regional kind is said region by region', async () => {
    const key = (id: string, region: string) => bucket(id, [asked('logging', 'fail')], region, 'aws.kms.key');
    await scan('S-2', 2, [key('e', 'east'), key('w', 'west')], null);
    expect((await scan('S-3', 3, [], listed(null, 'west', 'aws.kms.key'))).changes).toEqual([
      'gone logging w',
    ]);
  });
});

describe('the ledger', () => {
  test('has one record for each change, in the same breath', async () => {
    await scan('S-1', 1, [bucket('a', [asked('logging', 'fail')]), bucket('b', [asked('logging', 'pass')])]);
    await scan('S-2', 2, [bucket('a', [asked('logging', 'fail')])]);
    await scan('S-3', 3, []);
    const records = [];
    for await (const record of store.audit.read()) records.push([record.action, record.actor, record.detail]);
    const detail = { check: 'aws/s3/logging', resource: 'a', severity: 'medium' };
    expect(records).toEqual([
      ['finding.new', 'system:scan', { ...detail, scan: 'S-1' }],
      ['finding.gone', 'system:scan', { ...detail, scan: 'S-3' }],
    ]);
  });

  test('a batch is kept whole or not at all', async () => {
    const reconciler = new Reconciler(store, 'aws', 'S-1');
    await reconciler.prepare(account.id);
    const broken = bucket('b', [asked('logging', 'fail', 'terrible' as Severity)]);
    await expect(
      reconciler.resources([bucket('a', [asked('logging', 'fail')]), broken], at(1)),
    ).rejects.toThrow();
    expect([await state(), (await store.audit.verify()).ok, (await store.audit.head()).seq]).toEqual([
      [],
      true,
      0,
    ]);
  });

  test('a pass about nothing costs no look into the store', async () => {
    let looks = 0;
    const counting: Store = {
      ...store,
      transaction: (work) =>
        store.transaction((tx) => {
          const counted =
            <A extends unknown[], R>(look: (...args: A) => R) =>
            (...args: A): R => {
              looks++;
              return look(...args);
            };
          const { apply, seen } = tx.findings;
          const findings = { ...tx.findings, apply: counted(apply), seen: counted(seen) };
          return work({ ...tx, findings });
        }),
    };
    const reconciler = new Reconciler(counting, 'aws', 'S-1');
    await reconciler.prepare(account.id);
    const passes = Array.from({ length: 20 }, (_, i) =>
      bucket(`${i}`, [asked('logging', 'pass'), asked('versioning', 'unknown')]),
    );
    await reconciler.resources([...passes, bucket('b', [asked('logging', 'fail')])], at(1));
    expect(looks).toBe(1);
  });
});
