import check from '../../../../checks/aws/s3/bucket-acls-disabled.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'owner enforced', facts: { ownership: 'BucketOwnerEnforced' } }],
  fail: [
    {
      name: 'owner preferred',
      facts: { ownership: 'BucketOwnerPreferred' },
      because: /BucketOwnerPreferred/,
    },
    { name: 'never set', facts: { ownership: null }, because: /never set/ },
  ],
});
