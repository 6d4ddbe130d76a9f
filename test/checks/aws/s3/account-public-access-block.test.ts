import check from '../../../../checks/aws/s3/account-public-access-block.ts';
import { testCheck } from '../../../kit/test-check.ts';

const on = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
};

testCheck(check, {
  pass: [{ name: 'all four on', facts: { publicAccessBlock: on } }],
  fail: [
    {
      name: 'three of four',
      facts: { publicAccessBlock: { ...on, restrictPublicBuckets: false } },
      because: /off for the account: restrictPublicBuckets$/,
    },
    { name: 'never set', facts: { publicAccessBlock: null }, because: /no public access block/ },
  ],
});
