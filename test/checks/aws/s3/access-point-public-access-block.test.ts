import check from '../../../../checks/aws/s3/access-point-public-access-block.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'all four on', facts: { vpc: null, effectiveBlock: { off: [], byAccountOnly: [] } } },
    {
      name: 'the account holds two',
      facts: {
        vpc: null,
        effectiveBlock: { off: [], byAccountOnly: ['blockPublicPolicy', 'restrictPublicBuckets'] },
      },
    },
    {
      name: 'inside a VPC',
      facts: { vpc: 'vpc-1', effectiveBlock: { off: ['ignorePublicAcls'], byAccountOnly: [] } },
    },
  ],
  fail: [
    {
      name: 'one flag off',
      facts: {
        vpc: null,
        effectiveBlock: { off: ['ignorePublicAcls'], byAccountOnly: ['blockPublicPolicy'] },
      },
      because: /: ignorePublicAcls$/,
    },
  ],
});
