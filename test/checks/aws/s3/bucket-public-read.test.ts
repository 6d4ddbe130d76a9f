import check from '../../../../checks/aws/s3/bucket-public-read.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'closed', facts: { publicRead: { public: false, because: null } } },
    {
      name: 'held back',
      facts: {
        publicRead: {
          public: false,
          because:
            'statement Open allows s3:GetObject to everyone, but RestrictPublicBuckets of the account keeps strangers out',
        },
      },
    },
  ],
  fail: [
    {
      name: 'open',
      facts: { publicRead: { public: true, because: 'statement Open allows s3:GetObject to everyone' } },
      because: /^statement Open allows s3:GetObject to everyone$/,
    },
  ],
});
