import check from '../../../../checks/aws/redshift/kms-key.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: "a customer's key", facts: { encryptedBy: 'customer' } }],
  fail: [
    { name: "AWS's key", facts: { encryptedBy: 'AWS' }, because: /AWS manages/ },
    { name: 'none', facts: { encryptedBy: 'none' }, because: /not encrypted/ },
  ],
});
