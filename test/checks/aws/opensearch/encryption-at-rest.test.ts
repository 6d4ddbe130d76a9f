import check from '../../../../checks/aws/opensearch/encryption-at-rest.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { encryptedAtRest: true } }],
  fail: [{ name: 'off', facts: { encryptedAtRest: false }, because: /at rest is off/ }],
});
