import check from '../../../../checks/aws/healthomics/store-kms.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'a customer key', facts: { key: 'customer' } }],
  fail: [
    { name: "AWS's key of the account", facts: { key: 'AWS' }, because: /one of AWS/ },
    { name: 'no key was chosen', facts: { key: 'none' }, because: /no customer key/ },
  ],
});
