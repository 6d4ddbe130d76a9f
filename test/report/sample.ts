import type { Scan } from '../../src/domain/scan.ts';
import type { Observed } from '../../src/engine/reconcile.ts';

const arn = 'arn:aws:s3:::records';

export const observed = (over: Partial<Observed> = {}): Observed => ({
  check: 'aws/s3/bucket-versioning',
  status: 'fail',
  resource: arn,
  account: '111122223333',
  region: 'us-east-1',
  severity: 'medium',
  controls: ['164.312(c)(1)', '164.308(a)(7)(ii)(A)'],
  because: 'versioning is off',
  finding: 'F-7K3QX',
  ...over,
});

/** One of each status and severity, in no order. */
export const observations: readonly Observed[] = [
  observed({ status: 'pass', because: null, finding: null, resource: 'arn:aws:s3:::logs' }),
  observed({ status: 'notApplicable', because: 'the bucket is empty', finding: null }),
  observed(),
  observed({
    check: 'aws/s3/bucket-public-read',
    severity: 'critical',
    because: 'the ACL grants READ to everyone',
  }),
  observed({
    check: 'aws/iam/root-mfa',
    status: 'unknown',
    severity: 'critical',
    because: 'access was denied: iam:GetAccountSummary',
    resource: 'arn:aws:iam::111122223333:root',
    region: 'global',
    finding: null,
  }),
  observed({
    check: 'aws/kms/key-rotation',
    severity: 'low',
    resource: 'arn:aws-us-gov:kms:us-gov-west-1:1:key/k',
  }),
];

export const scan: Scan = {
  id: 'S-0a1b2c3d',
  state: 'finished',
  startedAt: '2026-11-20T12:00:00.000Z',
  finishedAt: '2026-11-20T12:00:30.000Z',
  by: 'terminal:local:ann',
  filter: { accounts: [], regions: [], services: [], checks: [] },
  accounts: [
    {
      id: '111122223333',
      name: 'production',
      resources: 12,
      tally: { pass: 1, fail: 3, unknown: 1, notApplicable: 1 },
      notAssessed: [
        { account: '111122223333', reason: 'denied', permission: 'iam:GetAccountSummary', count: 1 },
      ],
    },
    {
      id: '444455556666',
      name: 'staging',
      resources: 0,
      tally: { pass: 0, fail: 0, unknown: 30, notApplicable: 0 },
      notAssessed: [
        { account: '444455556666', reason: 'denied', permission: 'iam:GetAccountSummary', count: 2 },
        { account: '444455556666', reason: 'denied', permission: 'sts:AssumeRole', count: 28 },
      ],
      refused: 'access was denied: sts:AssumeRole',
    },
  ],
  calls: 88,
  changes: { opened: 3, regressed: 0, resolved: 1, gone: 0, notApplicable: 0 },
  error: null,
};
