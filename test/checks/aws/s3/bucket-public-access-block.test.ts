import check from '../../../../checks/aws/s3/bucket-public-access-block.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'all four on', facts: { effectiveBlock: { off: [], byAccountOnly: [] } } },
    {
      name: 'the account holds two',
      facts: { effectiveBlock: { off: [], byAccountOnly: ['blockPublicPolicy', 'restrictPublicBuckets'] } },
    },
  ],
  fail: [
    {
      name: 'one flag off',
      facts: { effectiveBlock: { off: ['ignorePublicAcls'], byAccountOnly: ['blockPublicPolicy'] } },
      because: /: ignorePublicAcls$/,
    },
  ],
});
