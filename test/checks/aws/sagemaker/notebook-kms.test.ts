import check from '../../../../checks/aws/sagemaker/notebook-kms.ts';
import { testCheck } from '../../../kit/test-check.ts';

const description = { kmsKey: 'k', directInternetAccess: false, subnet: 'subnet-1' };

testCheck(check, {
  pass: [{ name: 'a key', facts: { description } }],
  fail: [{ name: 'none', facts: { description: { ...description, kmsKey: null } }, because: /KmsKeyId/ }],
});
