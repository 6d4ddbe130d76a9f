import check from '../../../../checks/aws/cloudtrail/bucket-not-public.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'closed', facts: { bucketOpenTo: null } }],
  fail: [
    {
      name: 'open',
      facts: { bucketOpenTo: 'statement 1 allows s3:GetObject to everyone' },
      because: /open: statement 1/,
    },
  ],
});
