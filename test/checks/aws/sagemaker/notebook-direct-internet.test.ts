import check from '../../../../checks/aws/sagemaker/notebook-direct-internet.ts';
import { testCheck } from '../../../kit/test-check.ts';

const description = { kmsKey: 'k', directInternetAccess: false, subnet: 'subnet-1' };

testCheck(check, {
  pass: [{ name: 'off', facts: { description } }],
  fail: [
    {
      name: 'on',
      facts: { description: { ...description, directInternetAccess: true } },
      because: /enabled/,
    },
  ],
});
