import { beforeEach, describe, expect, it } from 'vitest';
import type { Severity } from '../../src/domain/check.ts';
import { fingerprintOf, type Sighting } from '../../src/domain/finding.ts';
import type { FindingQuery } from '../../src/domain/store.ts';
import {
  accepted,
  acknowledged,
  day,
  failed,
  freshly,
  gone,
  hour,
  type Open,
  passed,
  scanner,
  sighting,
} from './store-samples.ts';

const other = { account: '444455556666' };
const iam = { kind: 'aws.iam.user', checkId: 'aws/iam/user-mfa', region: 'global' };

/** Name, sighting, severity, day opened. */
const sample: readonly (readonly [string, Partial<Sighting>, Severity, number])[] = [
  ['low-old', {}, 'low', 1],
  ['critical-new', {}, 'critical', 4],
  ['critical-old', other, 'critical', 2],
  ['high-100%_', { region: 'us-east-1' }, 'high', 3],
  ['user-Ann', iam, 'medium', 3],
];
const of = (name: string): Sighting => sighting(`arn:${name}`, sample.find(([n]) => n === name)?.[1]);

export function testFindingLists(open: Open): void {
  describe('lists of findings', () => {
    const kept = freshly(open);
    const findings = () => kept.store.findings;
    const names = async (query: FindingQuery) =>
      (await findings().find(query)).findings.map((f) => f.resource.replace('arn:', ''));
    const does = (name: string, event: Parameters<typeof kept.store.findings.apply>[1], scan?: string) =>
      findings().apply(of(name), event, scanner, scan);

    beforeEach(async () => {
      for (const [name, , severity, opened] of sample) await does(name, failed(day(opened), severity), 's1');
    });

    it('puts the worst first, then the oldest', async () => {
      expect(await names({})).toEqual(['critical-old', 'critical-new', 'high-100%_', 'user-Ann', 'low-old']);
    });

    it('puts the checks that are ahead first, among findings of the same severity', async () => {
      const late = sighting('arn:critical-ahead', { checkId: 'aws/s3/bucket-public-read' });
      await findings().apply(late, failed(day(9), 'critical'), scanner, 's1');
      const critical: FindingQuery = { severityAtLeast: 'critical' };
      expect(await names(critical)).toEqual(['critical-old', 'critical-new', 'critical-ahead']);
      const ahead = ['aws/s3/bucket-public-read', 'aws/iam/user-mfa'];
      expect(await names({ ...critical, ahead })).toEqual(['critical-ahead', 'critical-old', 'critical-new']);
      expect((await names({ ahead })).slice(0, 3)).toEqual([
        'critical-ahead',
        'critical-old',
        'critical-new',
      ]);
    });

    it.each<[string, FindingQuery, string[]]>([
      ['severity', { severityAtLeast: 'high' }, ['critical-old', 'critical-new', 'high-100%_']],
      ['the lowest severity', { severityAtLeast: 'low', resource: 'low' }, ['low-old']],
      ['account', { accounts: ['444455556666'] }, ['critical-old']],
      ['several accounts', { accounts: ['444455556666', 'x'], status: 'any' }, ['critical-old']],
      ['no account', { accounts: [] }, []],
      ['region', { regions: ['us-east-1', 'global'] }, ['high-100%_', 'user-Ann']],
      ['service', { services: ['iam'] }, ['user-Ann']],
      ['check', { checks: ['aws/iam/user-mfa'] }, ['user-Ann']],
      ['no check', { checks: [] }, []],
      ['part of the resource, any case', { resource: 'USER-a' }, ['user-Ann']],
      ['a resource with signs that SQL knows', { resource: '0%_' }, ['high-100%_']],
      ['a sign that stands for itself', { resource: '%' }, ['high-100%_']],
      ['a quote', { resource: "'" }, []],
      ['opened before', { openedBefore: day(3) }, ['critical-old', 'low-old']],
      ['triage', { triage: 'acknowledged' }, ['low-old']],
      ['untriaged', { triage: 'untriaged', severityAtLeast: 'high' }, ['critical-old', 'high-100%_']],
      ['accepted', { triage: 'accepted' }, ['critical-new']],
      ['owner', { owner: 'ann' }, ['user-Ann']],
      ['another owner', { owner: 'Ann' }, []],
      [
        'several filters',
        { severityAtLeast: 'medium', services: ['s3'], regions: ['eu-west-1'] },
        ['critical-old', 'critical-new'],
      ],
    ])('filters by %s', async (_, query, expected) => {
      await does('low-old', acknowledged(day(5), day(9)));
      await does('critical-new', accepted(day(5), day(9)));
      await does('user-Ann', { kind: 'assigned', at: day(5), by: 'slack:T1:U1', owner: 'ann' });
      expect(await names(query)).toEqual(expected);
    });

    it('shows open ones unless asked for others', async () => {
      await does('low-old', passed(day(5)));
      expect(await names({})).not.toContain('low-old');
      expect(await names({ status: 'resolved' })).toEqual(['low-old']);
      expect(await names({ status: 'any' })).toHaveLength(sample.length);
    });

    it('pages, and counts all', async () => {
      const page = await findings().find({ offset: 1, limit: 2 });
      expect(page.total).toBe(5);
      expect(page.findings.map((f) => f.resource)).toEqual(['arn:critical-new', 'arn:high-100%_']);
      expect(await findings().find({ offset: 5, limit: 2 })).toEqual({ total: 5, findings: [] });
      expect(await findings().find({ limit: 0 })).toEqual({ total: 5, findings: [] });
    });

    it('counts open findings, and those that people dealt with', async () => {
      await does('low-old', acknowledged(day(5), day(9)));
      await does('critical-new', accepted(day(5), day(9)));
      await does('user-Ann', gone(day(5)));
      const all = { critical: 2, high: 1, medium: 0, low: 1, accepted: 1, acknowledged: 1 };
      expect(await findings().counts()).toEqual(all);
      const one = { critical: 1, high: 0, medium: 0, low: 0, accepted: 0, acknowledged: 0 };
      expect(await findings().counts(['444455556666'])).toEqual(one);
      expect(await findings().counts([])).toEqual({ ...one, critical: 0 });
    });

    it('counts the open findings of each check', async () => {
      const before = await findings().openByCheck();
      const [checkId, n] = [...before][0] ?? ['', 0];
      expect([...before.values()].reduce((sum, one) => sum + one, 0)).toBe(5);
      const [one] = (await findings().find({ checks: [checkId] })).findings;
      if (one) await findings().apply(one, gone(day(5)), scanner);
      expect((await findings().openByCheck()).get(checkId) ?? 0).toBe(n - 1);
    });

    it('knows which open findings of a listing a scan did not see', async () => {
      const scope = {
        provider: 'aws',
        account: '111122223333',
        kind: 'aws.s3.bucket',
        checks: ['aws/s3/bucket-logging'],
        regions: null,
        scan: 's2',
      };
      const unseen = async (over: object = {}) =>
        (await findings().unseen({ ...scope, ...over })).map((f) => f.resource.replace('arn:', ''));
      expect(await unseen()).toEqual(['critical-new', 'high-100%_', 'low-old']);
      expect(await unseen({ scan: 's1' })).toEqual([]);
      expect(await unseen({ regions: ['us-east-1'] })).toEqual(['high-100%_']);
      expect(await unseen({ regions: [] })).toEqual([]);
      expect(await unseen({ checks: [] })).toEqual([]);
      expect(await unseen({ checks: ['aws/s3/other'] })).toEqual([]);
      expect(await unseen({ provider: 'azure' })).toEqual([]);
      expect(await unseen({ kind: 'aws.iam.user' })).toEqual([]);
      expect(await unseen({ account: '444455556666' })).toEqual(['critical-old']);

      await findings().seen(of('low-old'), 's2');
      expect(await unseen()).toEqual(['critical-new', 'high-100%_']);
      await does('critical-new', failed(day(6), 'critical'), 's2');
      expect(await unseen()).toEqual(['high-100%_']);
      await does('high-100%_', passed(day(6)));
      expect(await unseen()).toEqual([]);
    });

    it('counts a finding that no scan ever marked as unseen', async () => {
      await findings().apply(sighting('arn:by-hand'), failed(day(1)), scanner);
      const scope = {
        provider: 'aws',
        account: '111122223333',
        kind: 'aws.s3.bucket',
        regions: null,
        scan: 's1',
      };
      const unseen = await findings().unseen({ ...scope, checks: ['aws/s3/bucket-logging'] });
      expect(unseen.map((f) => f.resource)).toEqual(['arn:by-hand']);
    });

    it('learns nothing else from an unknown answer', async () => {
      const fingerprint = fingerprintOf(of('low-old'));
      const before = await findings().get(fingerprint);
      await findings().seen(of('low-old'), 's2');
      await findings().seen(sighting('arn:never-heard-of'), 's2');
      expect(await findings().get(fingerprint)).toEqual(before);
      expect(await findings().history(fingerprint)).toHaveLength(1);
      expect((await findings().find({ status: 'any' })).total).toBe(sample.length);
    });

    it('tells the changes since an instant, oldest first, with the finding as it is now', async () => {
      await does('low-old', passed(day(6)), 's2');
      const changes = await findings().changesSince(day(4));
      expect(changes.map(({ at, change, finding }) => [at, change, finding.resource])).toEqual([
        [day(4), 'new', 'arn:critical-new'],
        [day(6), 'resolved', 'arn:low-old'],
      ]);
      expect(changes[1]).toMatchObject({ actor: scanner, scan: 's2', because: '' });
      expect(changes[1]?.finding).toEqual(await findings().get(fingerprintOf(of('low-old'))));
      expect(await findings().changesSince(day(1), ['444455556666'])).toHaveLength(1);
      expect(await findings().changesSince(day(1), [])).toEqual([]);
      expect(await findings().changesSince(day(7))).toEqual([]);
    });

    it('lets triage lapse at its time, not before', async () => {
      await does('low-old', acknowledged(day(5), day(9)));
      await does('critical-new', accepted(day(5), day(8)));
      const lapsing = async (at: string) => (await findings().lapsing(at)).map((f) => f.resource);
      expect(await lapsing(hour(24 * 8 - 1))).toEqual([]);
      expect(await lapsing(day(8))).toEqual(['arn:critical-new']);
      expect(await lapsing(day(9))).toEqual(['arn:critical-new', 'arn:low-old']);
      await does('critical-new', { kind: 'lapsed', at: day(9) });
      expect(await lapsing(day(9))).toEqual(['arn:low-old']);
    });

    it('draws the trend from what happened: open findings at each day’s end', async () => {
      await does('critical-old', passed(hour(24 * 5 - 1))); // the last hour of day 4
      await does('critical-new', failed(day(5), 'medium')); // no longer critical from day 5 on
      await does('critical-old', failed(hour(24 * 6 + 10), 'critical')); // back on day 6
      await does('user-Ann', gone(hour(24 * 6 + 14))); // later than the last look
      const trend = await findings().trend(8, hour(24 * 6 + 12));
      expect(trend.map(({ day: d }) => d)).toEqual([
        '2026-02-28',
        '2026-03-01',
        '2026-03-02',
        '2026-03-03',
        '2026-03-04',
        '2026-03-05',
        '2026-03-06',
        '2026-03-07',
      ]);
      const row = ({ critical, high, medium, low }: Record<Severity, number>) => [
        critical,
        high,
        medium,
        low,
      ];
      expect(trend.map(({ counts }) => row(counts))).toEqual([
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 1],
        [1, 0, 0, 1],
        [1, 1, 1, 1],
        [1, 1, 1, 1],
        [0, 1, 2, 1],
        [1, 1, 2, 1],
      ]);
    });

    it('draws the trend of some accounts, of a short while, and of no time at all', async () => {
      const trend = await findings().trend(2, day(4), ['444455556666']);
      expect(trend.map(({ counts }) => counts.critical)).toEqual([1, 1]);
      expect((await findings().trend(2, day(4), [])).map(({ counts }) => counts.critical)).toEqual([0, 0]);
      expect(await findings().trend(0, day(4))).toEqual([]);
    });
  });
}
