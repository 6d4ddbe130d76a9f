import { describe, expect, it } from 'vitest';
import {
  type Change,
  type Finding,
  type FindingEvent,
  fingerprintOf,
  handleOf,
  nameBeside,
  opened,
  type Sighting,
  transition,
} from '../../src/domain/finding.ts';

const at = (n: number) => new Date(Date.UTC(2026, 2, 1, n)).toISOString();
const sighting: Sighting = {
  provider: 'aws',
  account: '111122223333',
  region: 'eu-west-1',
  kind: 'aws.s3.bucket',
  checkId: 'aws/s3/bucket-logging',
  resource: 'arn:aws:s3:::records',
};
const fail = (n: number, severity: Finding['severity'] = 'high', because = 'off') =>
  ({ kind: 'failed', at: at(n), severity, because }) as const;
const pass = (n: number) => ({ kind: 'passed', at: at(n) }) as const;
const notApplicable = (n: number) => ({ kind: 'notApplicable', at: at(n), because: 'replica' }) as const;
const gone = (n: number) => ({ kind: 'gone', at: at(n) }) as const;
const acknowledge = (n: number, until: string) =>
  ({ kind: 'acknowledged', at: at(n), by: 'ann', reason: 'soon', until }) as const;
const accept = (n: number, until: string) =>
  ({
    kind: 'accepted',
    at: at(n),
    by: 'ann',
    reason: 'public',
    compensatingControl: 'empty',
    until,
  }) as const;
const assign = (n: number, owner: string | null) =>
  ({ kind: 'assigned', at: at(n), by: 'ann', owner }) as const;
const lapse = (when: string) => ({ kind: 'lapsed', at: when }) as const;

const first = opened(sighting, 'F-7K3QX', fail(0));
const after = (...events: FindingEvent[]): Finding => events.reduce((f, e) => transition(f, e).next, first);

const open = first;
const acked = after(acknowledge(1, at(9)));
const acceptedOne = after(accept(1, at(9)));
const fixed = after(pass(1));
const vanished = after(gone(1));
const exempt = after(notApplicable(1));
const fixedWhileAcked = after(acknowledge(1, at(9)), pass(2));
const untriaged = { kind: 'untriaged' };

describe('a finding', () => {
  it('opens as what was seen', () => {
    expect(first).toEqual({
      ...sighting,
      fingerprint: fingerprintOf(sighting),
      handle: 'F-7K3QX',
      severity: 'high',
      because: 'off',
      status: 'open',
      resolution: null,
      regressions: 0,
      triage: untriaged,
      owner: null,
      firstSeen: at(0),
      lastSeen: at(0),
      openedAt: at(0),
      resolvedAt: null,
    });
  });

  it.each<[string, Finding, FindingEvent, Change, Partial<Finding>]>([
    ['fails again', open, fail(5, 'high', 'still off'), null, { lastSeen: at(5), because: 'still off' }],
    ['fails worse', open, fail(5, 'critical'), 'severityRaised', { severity: 'critical', lastSeen: at(5) }],
    ['fails less', open, fail(5, 'medium'), 'severityLowered', { severity: 'medium', lastSeen: at(5) }],
    ['fails while acknowledged', acked, fail(5), null, { lastSeen: at(5) }],
    [
      'fails worse while accepted',
      acceptedOne,
      fail(5, 'critical'),
      'severityRaised',
      { severity: 'critical', lastSeen: at(5) },
    ],
    [
      'passes',
      open,
      pass(5),
      'resolved',
      { status: 'resolved', resolution: 'fixed', resolvedAt: at(5), lastSeen: at(5) },
    ],
    [
      'passes while acknowledged',
      acked,
      pass(5),
      'resolved',
      { status: 'resolved', resolution: 'fixed', resolvedAt: at(5), lastSeen: at(5) },
    ],
    ['passes again', fixed, pass(5), null, { lastSeen: at(5) }],
    ['passes after it was gone', vanished, pass(5), null, { lastSeen: at(5) }],
    [
      'no longer applies',
      open,
      notApplicable(5),
      'notApplicable',
      {
        status: 'resolved',
        resolution: 'notApplicable',
        resolvedAt: at(5),
        lastSeen: at(5),
        because: 'replica',
      },
    ],
    ['still does not apply', exempt, notApplicable(5), null, { lastSeen: at(5) }],
    [
      'is gone, and was not seen',
      open,
      gone(5),
      'gone',
      { status: 'resolved', resolution: 'gone', resolvedAt: at(5) },
    ],
    ['is gone after it was fixed', fixed, gone(5), null, {}],
    ['is still gone', vanished, gone(5), null, {}],
    [
      'comes back after a fix',
      fixed,
      fail(5, 'low', 'off again'),
      'regressed',
      {
        status: 'open',
        resolution: null,
        resolvedAt: null,
        regressions: 1,
        severity: 'low',
        because: 'off again',
        lastSeen: at(5),
        openedAt: at(5),
      },
    ],
    [
      'comes back after it was gone',
      vanished,
      fail(5),
      'regressed',
      {
        status: 'open',
        resolution: null,
        resolvedAt: null,
        regressions: 1,
        lastSeen: at(5),
        openedAt: at(5),
      },
    ],
    [
      'comes back, and what people decided was about the earlier spell',
      fixedWhileAcked,
      fail(5),
      'regressed',
      {
        status: 'open',
        resolution: null,
        resolvedAt: null,
        regressions: 1,
        lastSeen: at(5),
        openedAt: at(5),
        triage: { kind: 'untriaged' },
      },
    ],
    [
      'is acknowledged',
      open,
      acknowledge(5, at(9)),
      'acknowledged',
      { triage: { kind: 'acknowledged', by: 'ann', reason: 'soon', at: at(5), until: at(9) } },
    ],
    [
      'is accepted after it was acknowledged',
      acked,
      accept(5, at(9)),
      'accepted',
      {
        triage: {
          kind: 'accepted',
          by: 'ann',
          reason: 'public',
          compensatingControl: 'empty',
          at: at(5),
          until: at(9),
        },
      },
    ],
    ['gets an owner', open, assign(5, 'bob'), 'assigned', { owner: 'bob' }],
    ['loses its owner', after(assign(1, 'bob')), assign(5, null), 'assigned', { owner: null }],
    ['lapses just in time', acked, lapse(at(9)), 'lapsed', { triage: { kind: 'untriaged' } }],
    ['lapses late', acceptedOne, lapse(at(10)), 'lapsed', { triage: { kind: 'untriaged' } }],
    ['does not lapse a moment early', acked, lapse(new Date(Date.parse(at(9)) - 1).toISOString()), null, {}],
    ['has nothing that could lapse', open, lapse(at(9)), null, {}],
  ])('%s', (_, before, event, change, differs) => {
    expect(transition(before, event)).toEqual({ next: { ...before, ...differs }, change });
  });
});

describe('a fingerprint', () => {
  it('is of what the finding is about, not of what was seen', () => {
    expect(fingerprintOf({ ...sighting, ...first, ...{ severity: 'low', because: 'x' } })).toBe(
      first.fingerprint,
    );
    for (const part of ['provider', 'account', 'region', 'checkId', 'resource'] as const)
      expect(fingerprintOf({ ...sighting, [part]: 'other' }), part).not.toBe(first.fingerprint);
  });

  it('does not run its parts together', () => {
    const a = fingerprintOf({ ...sighting, account: '1', region: '2' });
    expect(fingerprintOf({ ...sighting, account: '12', region: '' })).not.toBe(a);
    expect(fingerprintOf({ ...sighting, account: '1","2', region: '' })).not.toBe(a);
  });

  it('never changes: findings are kept by it', () => {
    expect(first.fingerprint).toBe('646956889e5cec4c4e71b51eee32c1b1ce12dbfd4d80aee32a6a7e72beca8ade');
    expect(handleOf(first.fingerprint)).toBe('F-C2VS5');
  });

  it('has a handle that is easy to read, and whose longer form begins alike', () => {
    for (let n = 0; n < 500; n++) {
      const fingerprint = fingerprintOf({ ...sighting, resource: `${n}` });
      expect(handleOf(fingerprint)).toMatch(/^F-[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(handleOf(fingerprint, 9).startsWith(handleOf(fingerprint, 8))).toBe(true);
    }
  });
});

it.each([
  ['arn:aws:ec2:us-east-1:1:instance/i-0abcdef12', 'pacs', 'pacs'],
  ['arn:aws:ec2:us-east-1:1:instance/i-0abcdef12', 'pacs (i-0abcdef12)', 'pacs'],
  ['arn:aws:ec2:us-east-1:1:security-group/sg-0abcdef12', 'imaging', 'imaging'],
  ['arn:aws:kms:us-east-1:1:key/1f0c6a52-0b7e-4c11-9d35-6a1c5f2e8a01', 'records', 'records'],
  ['arn:aws:ec2:us-east-1:1:instance/i-0abcdef12', 'i-0abcdef12', undefined],
  ['arn:aws:ec2:us-east-1:1:instance/i-0abcdef12', undefined, undefined],
  ['arn:aws:s3:::records', 'records', undefined],
  ['arn:aws:iam::1:user/ann/access-key-1', 'ann key 1', undefined],
  ['arn:aws:iam::1:root', 'clinic', undefined],
])('beside %s the name %s is worth %s', (resource, name, kept) => {
  expect(nameBeside(resource, name)).toBe(kept);
});
