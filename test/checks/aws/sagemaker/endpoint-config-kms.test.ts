import check from '../../../../checks/aws/sagemaker/endpoint-config-kms.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'a key', facts: { description: { kmsKey: 'k', hasVolume: true } } }],
  fail: [{ name: 'none', facts: { description: { kmsKey: null, hasVolume: true } }, because: /KmsKeyId/ }],
  notApplicable: [
    { name: 'no volume', facts: { description: { kmsKey: null, hasVolume: false } }, because: /serverless/ },
  ],
});
