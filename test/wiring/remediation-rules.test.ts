import { describe, expect, test } from 'vitest';
import { configSchema, type FileConfig } from '../../src/config/schema.ts';
import { loadConfig } from '../../src/config.ts';
import { type TierQuestion, tierFor } from '../../src/domain/tier.ts';
import { remediationRulesOf } from '../../src/wiring/remediation-rules.ts';

const channelOf = (id: string) => ({ platform: 'slack', team: 'T1', id }) as const;
const rules = (remediation: object = {}) =>
  remediationRulesOf(configSchema.parse({ remediation }) as FileConfig & { persons: never }, channelOf);

test('the defaults', () => {
  const { tiers, windows, ...rest } = remediationRulesOf(loadConfig({ env: {}, onlyNamed: true }), channelOf);
  const hour = 3_600_000;
  expect(rest).toEqual({
    clocks: {
      approveWithinMs: 24 * hour,
      executeWithinMs: hour / 4,
      undoWithinMs: 168 * hour,
      lookAgainMs: hour / 4,
      reviewWithinMs: 24 * hour,
    },
    cap: { resources: 20, percent: 50 },
    groups: {},
    breakGlassMinReason: 40,
    settings: {},
    channel: null,
  });
  expect(windows).toEqual([]);
  expect(tiers).toHaveLength(4);
});

describe('the default tiers', () => {
  const asked = (more: Partial<TierQuestion>): TierQuestion => ({
    remedy: 'aws/s3/versioning',
    risk: 'safe',
    severity: 'low',
    environment: 'production',
    verdict: 'safe',
    deed: 'fix',
    ...more,
  });
  test.each([
    ['safe', {}, 'safe', 1, false],
    ['safe, and critical', { severity: 'critical' }, 'safe', 1, false],
    ['safe, of which nothing is known', { verdict: 'unknown' }, 'consequences', 1, true],
    ['safe, that breaks something', { verdict: 'breaks' }, 'consequences', 1, true],
    ['disruptive', { risk: 'disruptive' }, 'disruptive', 1, true],
    ['disruptive, and high', { risk: 'disruptive', severity: 'high' }, 'disruptive', 1, true],
    [
      'disruptive, critical, in production',
      { risk: 'disruptive', severity: 'critical' },
      'critical in production',
      2,
      true,
    ],
    [
      'the same as an undo',
      { risk: 'disruptive', severity: 'critical', deed: 'undo' },
      'critical in production',
      2,
      true,
    ],
    [
      'the same in development',
      { risk: 'disruptive', severity: 'critical', environment: 'development' },
      'disruptive',
      1,
      true,
    ],
    [
      'the same where nobody said where: it may be production',
      { risk: 'disruptive', severity: 'critical', environment: null },
      'critical in production',
      2,
      true,
    ],
  ] as const)('%s', (_what, more, name, quorum, confirm) => {
    expect(tierFor(rules().tiers, asked(more))).toEqual({
      name,
      quorum,
      confirm,
      distinctGroups: false,
      stepUp: false,
    });
  });
});

test('what is configured arrives', () => {
  const { tiers, windows, channel, clocks, groups } = rules({
    channel: 'C0123456789',
    undoWithinDays: 1,
    groups: { security: ['ann'] },
    tiers: [
      {
        name: 'all',
        quorum: 2,
        distinctGroups: true,
        confirm: true,
        stepUp: true,
        when: { risks: ['safe'] },
      },
    ],
    freezes: [{ name: 'weekend', from: 'friday 16:00', to: 'monday 08:00' }],
  });
  expect(channel).toEqual({ platform: 'slack', team: 'T1', id: 'C0123456789' });
  expect(clocks.undoWithinMs).toBe(86_400_000);
  expect(groups).toEqual({ security: ['ann'] });
  expect(tiers).toEqual([
    { name: 'all', quorum: 2, distinctGroups: true, confirm: true, stepUp: true, when: { risks: ['safe'] } },
  ]);
  const [weekend] = windows;
  expect(weekend?.name).toBe('weekend');
  expect(weekend?.until(new Date('2026-11-20T15:59:59Z'))).toBeNull();
  expect(weekend?.until(new Date('2026-11-20T16:00:00Z'))).toBe('2026-11-23T08:00:00.000Z');
});
