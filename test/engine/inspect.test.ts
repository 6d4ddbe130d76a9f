import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { AnyCheck } from '../../src/domain/check.ts';
import { Cancelled, CloudError, NotKnown } from '../../src/domain/errors.ts';
import { defaultPhiRule } from '../../src/domain/phi.ts';
import { type Inspection, inspect, type Sight } from '../../src/engine/inspect.ts';
import { wantedBy } from '../../src/engine/wanted.ts';
import {
  type SmallCloud,
  type SmallKind,
  smallCheck,
  smallCloud,
  subject,
} from '../story/kit/small-cloud.ts';

const good = { read: () => 'good' };
const kind = (ids: readonly string[], more: Partial<SmallKind> = {}): SmallKind => ({
  list: () => ids.map((id) => subject(id)),
  facts: { fact: good },
  ...more,
});
const check = (of: string, more: Partial<AnyCheck> = {}, facts = ['fact']) =>
  smallCheck(`aws/x/${of}`, `aws.${of}`, facts, more);

async function look({ provider }: SmallCloud, checks: readonly AnyCheck[], more: Partial<Inspection> = {}) {
  const sights: Sight[] = [];
  const job: Inspection = {
    provider,
    accounts: provider.accounts(),
    wanted: wantedBy(provider.catalog, checks),
    scope: { signal: new AbortController().signal, optIns: new Set() },
    now: new Date(0),
    regions: [],
    phi: defaultPhiRule,
    settings: () => ({}),
    accountsAtOnce: 2,
    resourcesAtOnce: 2,
    into: async (sight) => void sights.push(sight),
    ...more,
  };
  const error = await inspect(job).then(
    () => null,
    (e: unknown) => e,
  );
  return { sights, error };
}
const of = <K extends Sight['kind']>(sights: readonly Sight[], which: K) =>
  sights.filter((s): s is Extract<Sight, { kind: K }> => s.kind === which);
const answers = (sights: readonly Sight[]) =>
  of(sights, 'resource').flatMap(({ subject: { id }, asked }) =>
    asked.map(({ answer }) => `${id} ${answer.status}`),
  );

describe('an account', () => {
  test('is opened, asked kind by kind, and closed', async () => {
    const cloud = smallCloud({ 'aws.a': kind(['1', '2']) });
    const { sights, error } = await look(cloud, [check('a')]);
    expect(error).toBeNull();
    expect(sights.map((s) => s.kind)).toEqual(['opened', 'resource', 'resource', 'listed', 'closed']);
    expect(of(sights, 'closed')[0]).toMatchObject({ calls: 3, identity: { id: '111111111111' } });
    expect(cloud.asked.at(-1)).toBe('close one');
  });

  test('that cannot be opened says why, and the others go on', async () => {
    const accounts = [
      { name: 'shut', id: '1' },
      { name: 'open', id: '2' },
    ];
    const open = ({ name }: { name: string }) => {
      if (name === 'shut') throw new CloudError('denied', 'access was denied', 'sts:AssumeRole');
    };
    const { sights, error } = await look(smallCloud({ 'aws.a': kind(['1']) }, { accounts, open }), [
      check('a'),
    ]);
    expect(error).toBeNull();
    expect(of(sights, 'refused')).toMatchObject([
      {
        account: { name: 'shut' },
        why: { reason: 'denied', permission: 'sts:AssumeRole' },
        wanted: [{ kind: 'aws.a' }],
      },
    ]);
    expect(of(sights, 'resource').map((s) => s.account.name)).toEqual(['open']);
  });

  test('is one of so many at once', async () => {
    let open = 0;
    let most = 0;
    const accounts = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, id: name }));
    const cloud = smallCloud(
      {
        'aws.a': {
          async *list() {
            most = Math.max(most, ++open);
            await turn();
            yield subject('1');
            open--;
          },
          facts: { fact: good },
        },
      },
      { accounts },
    );
    await look(cloud, [check('a')], { accountsAtOnce: 3 });
    expect(most).toBe(3);
  });
});

describe('kinds', () => {
  test('that borrow come before the others, to their last resource', async () => {
    const slow = { read: () => turn('good') };
    const cloud = smallCloud({
      'aws.late': kind(['1']),
      'aws.early': kind(['1', '2', '3'], { early: true, facts: { fact: slow } }),
      'aws.later': kind(['1']),
    });
    await look(cloud, [check('late'), check('early'), check('later')]);
    const read = cloud.asked.filter((line) => !/open|close/.test(line));
    const last = Math.max(...read.map((line, at) => (line.includes('early') ? at : -1)));
    const first = Math.min(...read.map((line, at) => (line.includes('late') ? at : 99)));
    expect(last).toBeLessThan(first);
  });

  test('are listed once, or once in each region', async () => {
    const regional: SmallKind = {
      scope: 'regional',
      list: (region) => [subject(`in-${region}`, { region })],
      facts: { fact: good },
    };
    const checks = [check('everywhere'), check('somewhere')];
    const cloud = smallCloud({ 'aws.everywhere': kind(['1']), 'aws.somewhere': regional });
    const { sights } = await look(cloud, checks);
    expect(
      of(sights, 'listed').map(({ wanted, region, resources }) => [wanted.kind, region, resources]),
    ).toEqual(
      expect.arrayContaining([
        ['aws.everywhere', 'global', 1],
        ['aws.somewhere', 'east', 1],
        ['aws.somewhere', 'west', 1],
      ]),
    );
    expect(of(sights, 'opened')[0]).toMatchObject({ kinds: 2, regions: ['east', 'west'] });
    const west = await look(cloud, checks, { regions: ['west'] });
    expect(answers(west.sights).sort()).toEqual(['1 pass', 'in-west pass']);
  });

  test("in a region that is not among the account's nobody looks, and that is said", async () => {
    const regional: SmallKind = {
      scope: 'regional',
      list: (region) => [subject(region, { region })],
      facts: { fact: good },
    };
    const cloud = smallCloud({ 'aws.a': regional });
    const { sights } = await look(cloud, [check('a')], { regions: ['west', 'north', 'west'] });
    expect(answers(sights)).toEqual(['west pass']);
    expect(of(sights, 'listed').map(({ region, regions, why }) => [region, regions, why?.message])).toEqual([
      ['north', 2, 'north is not among the regions of the account (aws.regions)'],
      ['west', 2, undefined],
    ]);
    expect(cloud.asked.filter((line) => line.startsWith('list'))).toEqual(['list aws.a west']);
  });

  test('of a global listing only what lies in the regions is asked', async () => {
    const buckets = kind([], {
      list: () => [subject('e', { region: 'east' }), subject('w', { region: 'west' })],
    });
    const cloud = smallCloud({ 'aws.bucket': buckets });
    const { sights } = await look(cloud, [check('bucket')], { regions: ['east'] });
    expect(answers(sights)).toEqual(['e pass']);
    expect(cloud.asked.filter((line) => line.startsWith('read'))).toEqual(['read aws.bucket.fact e']);
  });

  test('a listing that breaks off: what it gave is assessed, the rest is not known', async () => {
    const cloud = smallCloud({
      'aws.a': kind([], {
        async *list() {
          yield subject('1');
          throw new CloudError('throttled', 'slowly', 'x:List');
        },
      }),
    });
    const { sights, error } = await look(cloud, [check('a')]);
    expect([error, answers(sights)]).toEqual([null, ['1 pass']]);
    expect(of(sights, 'listed')).toMatchObject([
      { resources: 1, why: { reason: 'throttled', permission: 'x:List' } },
    ]);
  });
});

describe('facts', () => {
  test('are asked once each, and only those that a check wants', async () => {
    const cloud = smallCloud({
      'aws.a': kind(['1'], {
        facts: {
          fact: good,
          unwanted: good,
          derived: { needs: ['fact'], read: (_, { fact }) => fact?.value },
        },
      }),
    });
    await look(cloud, [check('a', {}, ['fact', 'derived']), smallCheck('aws/x/b', 'aws.a', ['derived'])]);
    expect(cloud.asked.filter((line) => line.startsWith('read')).sort()).toEqual([
      'read aws.a.derived 1',
      'read aws.a.fact 1',
    ]);
  });

  test('that are refused make only their own checks unknown, by reason and permission', async () => {
    const refused = {
      read: () => {
        throw new CloudError('denied', 'access was denied: x:Get', 'x:Get');
      },
    };
    const cloud = smallCloud({ 'aws.a': kind(['1'], { facts: { fact: good, refused } }) });
    const { sights } = await look(cloud, [check('a'), smallCheck('aws/x/b', 'aws.a', ['refused'])]);
    expect(of(sights, 'resource')[0]?.asked.map(({ answer }) => answer)).toEqual([
      { status: 'pass' },
      {
        status: 'unknown',
        because: 'access was denied: x:Get',
        missing: { known: false, reason: 'denied', message: 'access was denied: x:Get', permission: 'x:Get' },
      },
    ]);
  });

  test.each([
    ['passes on why it does not know', (need: unknown) => need, 'unknown'],
    ['or decides without', () => 'good', 'pass'],
  ])('a derived fact is told what is not known, and %s', async (_, decide, status) => {
    const why = { known: false, reason: 'denied', message: 'no', permission: 'x:Get' } as const;
    const cloud = smallCloud({
      'aws.a': kind(['1'], {
        facts: {
          base: {
            read: () => {
              throw new CloudError(why.reason, why.message, why.permission);
            },
          },
          derived: {
            needs: ['base'],
            read: (_subject, { base }) => {
              expect(base).toEqual(why);
              const decided = decide(base);
              if (decided === base) throw new NotKnown(why);
              return decided;
            },
          },
        },
      }),
    });
    const { sights } = await look(cloud, [check('a', {}, ['derived'])]);
    expect(of(sights, 'resource')[0]?.asked[0]?.answer).toMatchObject(
      status === 'pass' ? { status } : { status, missing: why },
    );
  });

  test('of so many resources at once, and the listing is read no faster', async () => {
    let under = 0;
    let most = 0;
    let listed = 0;
    const cloud = smallCloud({
      'aws.a': {
        *list() {
          for (let i = 0; i < 30; i++) {
            listed++;
            yield subject(`${i}`);
          }
        },
        facts: {
          fact: {
            read: async () => {
              most = Math.max(most, ++under);
              await turn();
              under--;
              return 'good';
            },
          },
        },
      },
    });
    const ahead: number[] = [];
    let seen = 0;
    await look(cloud, [check('a')], {
      resourcesAtOnce: 5,
      // Whoever listens may take its time.
      into: async ({ kind: what }) => {
        if (what !== 'resource') return;
        await turn();
        ahead.push(listed - ++seen);
      },
    });
    expect(most).toBe(5);
    expect(Math.max(...ahead)).toBeLessThanOrEqual(5);
    expect(seen).toBe(30);
  });
});

describe('severity', () => {
  const phi = { Classification: 'PHI' };
  const tagged = (tags: () => unknown, subjects = [subject('1')]) =>
    smallCloud({
      'aws.a': kind([], {
        list: () => subjects,
        facts: { fact: { read: () => 'bad' }, tags: { read: tags } },
      }),
    });
  const asked = async (cloud: SmallCloud) => {
    const { sights } = await look(cloud, [
      check('a', { exposes: true }),
      smallCheck('aws/x/b', 'aws.a', ['fact']),
    ]);
    return of(sights, 'resource')[0]?.asked.map(({ severity, severityAtLeast, answer }) => [
      severity,
      severityAtLeast ?? false,
      answer.because,
    ]);
  };

  test.each([
    ['tagged PHI', () => phi, 'critical', false, 'fact is bad; tagged PHI'],
    ['tagged otherwise', () => ({ Classification: 'public' }), 'medium', false, 'fact is bad'],
    ['not tagged', () => ({}), 'medium', false, 'fact is bad'],
  ])('of a failure that exposes, %s', async (_, tags, severity, atLeast, because) => {
    expect(await asked(tagged(tags))).toEqual([
      [severity, atLeast, because],
      ['medium', false, 'fact is bad'],
    ]);
  });

  test('where the tags could not be read it may be worse', async () => {
    const refused = () => {
      throw new CloudError('denied', 'no');
    };
    expect(await asked(tagged(refused))).toEqual([
      ['medium', true, 'fact is bad'],
      ['medium', false, 'fact is bad'],
    ]);
  });

  test("a listing's own tags are enough", async () => {
    const refused = () => {
      throw new CloudError('denied', 'no');
    };
    expect((await asked(tagged(refused, [subject('1', { tags: phi })])))?.[0]).toEqual([
      'critical',
      false,
      'fact is bad; tagged PHI',
    ]);
  });
});

describe('cancelling', () => {
  test('ends without a verdict about what was under way, and closes the account', async () => {
    const cancel = new AbortController();
    const cloud = smallCloud({
      'aws.a': kind(['1', '2', '3', '4'], {
        facts: {
          fact: {
            read: async ({ id }) => {
              await turn();
              if (id !== '2') return 'good';
              cancel.abort();
              throw new Error('aborted');
            },
          },
        },
      }),
    });
    const { sights, error } = await look(cloud, [check('a')], {
      resourcesAtOnce: 1,
      scope: { signal: cancel.signal, optIns: new Set() },
    });
    expect(error).toBeInstanceOf(Cancelled);
    expect(answers(sights)).toEqual(['1 pass']);
    expect(of(sights, 'listed')).toEqual([]);
    expect(of(sights, 'closed')).toEqual([]);
    expect(cloud.asked.at(-1)).toBe('close one');
  });

  test('in a listing, or before the account is open, is not a refusal', async () => {
    for (const where of ['open', 'list'] as const) {
      const cancel = new AbortController();
      const stop = () => {
        cancel.abort();
        throw new CloudError('failed', 'aborted');
      };
      const cloud = smallCloud(
        { 'aws.a': kind([], { list: where === 'list' ? stop : () => [] }) },
        where === 'open' ? { open: stop } : {},
      );
      const { sights, error } = await look(cloud, [check('a')], {
        scope: { signal: cancel.signal, optIns: new Set() },
      });
      expect(error).toBeInstanceOf(Cancelled);
      expect([...of(sights, 'refused'), ...of(sights, 'listed')]).toEqual([]);
    }
  });

  test('nothing is said any more once it is told', async () => {
    const cancel = new AbortController();
    let ended = false;
    const late: string[] = [];
    const cloud = smallCloud({
      'aws.a': kind([], {
        async *list() {
          yield subject('1');
          yield subject('2');
          await turn();
          cancel.abort();
          throw new Error('aborted');
        },
        facts: {
          fact: {
            read: async () => {
              for (let i = 0; i < 20; i++) await turn();
              if (ended) late.push('read on');
              return 'good';
            },
          },
        },
      }),
    });
    const { error } = await look(cloud, [check('a')], {
      scope: { signal: cancel.signal, optIns: new Set() },
    });
    ended = true;
    for (let i = 0; i < 40; i++) await turn();
    expect(error).toBeInstanceOf(Cancelled);
    expect(late).toEqual([]);
  });
});

test('whoever listens and fails ends it: nothing is seen that could not be kept', async () => {
  const cloud = smallCloud({ 'aws.a': kind(['1', '2', '3']) });
  const { error } = await look(cloud, [check('a')], {
    into: async ({ kind: what }) => {
      if (what === 'resource') throw new Error('the disk is full');
    },
  });
  expect(error).toMatchObject({ message: 'the disk is full' });
  expect(cloud.asked.at(-1)).toBe('close one');
});
