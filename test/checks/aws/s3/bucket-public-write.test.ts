import check from '../../../../checks/aws/s3/bucket-public-write.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'closed', facts: { publicWrite: { public: false, because: null } } },
    {
      name: 'held back',
      facts: {
        publicWrite: {
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
      facts: { publicWrite: { public: true, because: 'the ACL grants WRITE to any AWS account' } },
      because: /^the ACL grants WRITE to any AWS account$/,
    },
  ],
});
