import type { LifecycleRule } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { expiryOf, retention } from '../../../src/cloud/aws/cloudtrail/retention.ts';

const logs = 'audit/AWSLogs/123456789012/CloudTrail';
const on = (rule: Partial<LifecycleRule>): LifecycleRule => ({ Status: 'Enabled', Filter: {}, ...rule });
const expiring = (Days: number) => ({ Expiration: { Days } });

describe('the rules that reach the log files', () => {
  test.each<[string, LifecycleRule[], number | null]>([
    ['none', [], null],
    ['the whole bucket', [on(expiring(90))], 90],
    [
      'the whole bucket, as rules were once written',
      [{ Status: 'Enabled', Prefix: '', ...expiring(90) }],
      90,
    ],
    ['switched off', [{ ...on(expiring(90)), Status: 'Disabled' }], null],
    ['the folder above', [on({ ...expiring(90), Filter: { Prefix: 'audit/' } })], 90],
    ['a part of the files', [on({ ...expiring(90), Filter: { Prefix: `${logs}/us-east-1/` } })], 90],
    [
      'another folder',
      [on({ ...expiring(90), Filter: { Prefix: 'audit/AWSLogs/123456789012/Config/' } })],
      null,
    ],
    [
      'large files',
      [on({ ...expiring(90), Filter: { And: { Prefix: 'audit/', ObjectSizeGreaterThan: 1 } } })],
      90,
    ],
    [
      'tagged files: these have no tags',
      [on({ ...expiring(90), Filter: { Tag: { Key: 'a', Value: 'b' } } })],
      null,
    ],
    [
      'tagged files in the folder',
      [on({ ...expiring(90), Filter: { And: { Prefix: 'audit/', Tags: [{ Key: 'a', Value: 'b' }] } } })],
      null,
    ],
    ['two: the sooner counts', [on(expiring(400)), on(expiring(90))], 90],
    [
      'moved to another class, never removed',
      [on({ Transitions: [{ Days: 30, StorageClass: 'GLACIER' }] })],
      null,
    ],
  ])('%s', (_, rules, days) => {
    expect(expiryOf(rules, logs)).toEqual({ days, onDate: null, oldVersionDays: null });
  });

  test('a date and old versions', () => {
    const rules = [
      on({ Expiration: { Date: new Date('2027-01-01') } }),
      on({ NoncurrentVersionExpiration: { NoncurrentDays: 30 } }),
    ];
    expect(expiryOf(rules, logs)).toEqual({
      days: null,
      onDate: '2027-01-01T00:00:00.000Z',
      oldVersionDays: 30,
    });
  });
});

describe('how long a file is there', () => {
  const expiry = { days: 90, onDate: null, oldVersionDays: null };
  const kept = (keptDays: number | null, asOldVersions = false) => ({
    keptDays,
    removedOn: null,
    asOldVersions,
  });
  test.each([
    ['no expiry', { ...expiry, days: null }, false, kept(null)],
    ['no expiry, old versions go', { ...expiry, days: null, oldVersionDays: 30 }, true, kept(null)],
    ['an expiry', expiry, false, kept(90)],
    ['an expiry, old versions stay', expiry, true, kept(null, true)],
    ['an expiry, old versions go', { ...expiry, oldVersionDays: 30 }, true, kept(120, true)],
    ['a rule for versions that are not kept', { ...expiry, oldVersionDays: 30 }, false, kept(90)],
    [
      'a date',
      { ...expiry, days: null, onDate: '2027-01-01T00:00:00.000Z' },
      false,
      { ...kept(null), removedOn: '2027-01-01T00:00:00.000Z' },
    ],
  ])('%s', (_, given, versioned, expected) => {
    expect(retention(given, versioned)).toEqual(expected);
  });
});
