import { expect, test } from 'vitest';
import { z } from 'zod';
import { exitCodeOf, reportOf } from '../../src/report/report.ts';
import { observations, observed, scan } from './sample.ts';

/** docs/scan-output.md in zod. A key that is added here is a promise; one that is taken away breaks somebody. */
const contract = z.strictObject({
  scan: z.strictObject({
    id: z.string(),
    state: z.enum(['finished', 'cancelled', 'failed']),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    accounts: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        resources: z.int(),
        regions: z.array(z.string()),
        refused: z.string().optional(),
      }),
    ),
    calls: z.int(),
  }),
  coverage: z.strictObject({
    assessed: z.int(),
    notAssessed: z.array(
      z.strictObject({
        reason: z.enum(['denied', 'throttled', 'failed', 'unsupported', 'notRecorded']),
        permission: z.string().nullable(),
        count: z.int(),
      }),
    ),
  }),
  observations: z.array(
    z.strictObject({
      check: z.string().regex(/^[a-z]+\/[a-z0-9-]+\/[a-z0-9-]+$/),
      status: z.enum(['pass', 'fail', 'unknown', 'notApplicable']),
      resource: z.string(),
      account: z.string(),
      region: z.string(),
      severity: z.enum(['critical', 'high', 'medium', 'low']),
      controls: z.array(z.string().startsWith('164.')),
      because: z.string().nullable(),
      finding: z.string().startsWith('F-').nullable(),
    }),
  ),
});

const written = (all: boolean) => JSON.parse(JSON.stringify(reportOf(scan, observations, all)));

test.each([true, false])('keeps its contract, all: %s', (all) => {
  const { error } = contract.safeParse(written(all));
  expect(error && z.prettifyError(error)).toBeUndefined();
});

test('failures come worst first, then what is not known', () => {
  const { observations: shown } = reportOf(scan, observations, true);
  expect(shown.map((o) => `${o.status} ${o.severity}`)).toEqual([
    'fail critical',
    'fail medium',
    'fail low',
    'unknown critical',
    'pass medium',
    'notApplicable medium',
  ]);
});

test('without all, what passed and what does not apply are left out, and what is not known stays', () => {
  const { observations: shown } = reportOf(scan, observations, false);
  expect(new Set(shown.map((o) => o.status))).toEqual(new Set(['fail', 'unknown']));
});

test('the order is the same whatever order the scan saw', () => {
  expect(reportOf(scan, observations.toReversed(), true)).toEqual(reportOf(scan, observations, true));
});

test('counts what was not assessed by reason and permission over all accounts, most first', () => {
  const { coverage, scan: of } = reportOf(scan, observations, false);
  expect(coverage).toEqual({
    assessed: 5,
    notAssessed: [
      { reason: 'denied', permission: 'sts:AssumeRole', count: 28 },
      { reason: 'denied', permission: 'iam:GetAccountSummary', count: 3 },
    ],
  });
  expect(of.accounts[1]).toMatchObject({ name: 'staging', refused: 'access was denied: sts:AssumeRole' });
});

test.each([
  ['low', 1],
  ['critical', 1],
  ['none', 0],
] as const)('exit code with --fail-on %s', (failOn, code) => {
  expect(exitCodeOf(reportOf(scan, observations, false), failOn)).toBe(code);
});

test.each([
  ['medium', 1],
  ['high', 0],
] as const)('a medium failure alone, --fail-on %s', (failOn, code) => {
  expect(exitCodeOf(reportOf(scan, [observed({ severity: 'medium' })], false), failOn)).toBe(code);
});

test('what is not known is no failure', () => {
  const unknown = observed({ status: 'unknown', severity: 'critical', finding: null });
  expect(exitCodeOf(reportOf(scan, [unknown], false), 'low')).toBe(0);
});

test('an accepted risk does not fail the scan; another failure does', () => {
  const report = reportOf(scan, [observed(), observed({ finding: 'F-00000' })], false);
  expect(exitCodeOf(report, 'low', new Set(['F-7K3QX', 'F-00000']))).toBe(0);
  expect(exitCodeOf(report, 'low', new Set(['F-7K3QX']))).toBe(1);
});
