import check from '../../../../checks/aws/kms/enclave-debug-attestation.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'none', facts: { debugCalls: 0 } }],
  fail: [
    { name: 'one', facts: { debugCalls: 1 }, because: /used 1 time by/ },
    { name: 'two', facts: { debugCalls: 2 }, because: /used 2 times by/ },
  ],
  notApplicable: [{ name: 'another key', facts: { debugCalls: null }, because: /no enclave/ }],
});
