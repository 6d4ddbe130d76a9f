import check from '../../../../checks/aws/s3/bucket-public-policy.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'closed', facts: { publicPolicy: { public: false, because: null } } },
    {
      name: 'held back',
      facts: {
        publicPolicy: {
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
      facts: {
        publicPolicy: {
          public: true,
          because: 'statement Open allows s3:GetObject to everyone; AWS calls the policy not public',
        },
      },
      because: /^statement Open allows s3:GetObject to everyone; AWS calls the policy not public$/,
    },
  ],
});
