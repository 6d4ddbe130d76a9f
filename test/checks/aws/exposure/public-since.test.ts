import check from '../../../../checks/aws/exposure/public-since.ts';
import { testCheck } from '../../../kit/test-check.ts';

const since = '2026-11-01T08:00:00.000Z';

testCheck(check, {
  pass: [{ name: 'closed', facts: { exposedSince: null } }],
  fail: [
    {
      name: 'opened by somebody',
      facts: {
        exposedSince: {
          since,
          change: { event: 'PutBucketPolicy', by: 'arn:aws:iam::111122223333:user/ann' },
        },
      },
      because: /at least since 2026-11-01.*PutBucketPolicy by ann$/,
    },
    {
      name: 'longer than CloudTrail remembers',
      facts: { exposedSince: { since, change: null } },
      because: /at least since 2026-11-01.*no change/,
    },
  ],
});
