import check from '../../../../checks/aws/eks/secrets-encryption.ts';
import { testCheck } from '../../../kit/test-check.ts';

const description = {
  version: '1.27',
  secretsKey: null,
  publicAccess: false,
  privateAccess: true,
  publicAccessCidrs: [],
  tags: {},
};

testCheck(check, {
  pass: [
    {
      name: 'a key',
      facts: { description: { ...description, secretsKey: 'arn:aws:kms:us-east-1:111122223333:key/k' } },
    },
    { name: 'Kubernetes 1.28', facts: { description: { ...description, version: '1.28' } } },
  ],
  fail: [
    { name: 'Kubernetes 1.27 without a key', facts: { description }, because: /1\.27, and no KMS key/ },
    {
      name: 'Kubernetes 1.28, where a key of the customer is asked for',
      facts: { description: { ...description, version: '1.28' } },
      settings: { mustBeCustomerKey: true },
      because: /AWS owns/,
    },
  ],
});
