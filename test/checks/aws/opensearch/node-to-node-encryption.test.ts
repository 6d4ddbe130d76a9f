import check from '../../../../checks/aws/opensearch/node-to-node-encryption.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { nodeToNodeEncryption: true } }],
  fail: [{ name: 'off', facts: { nodeToNodeEncryption: false }, because: /node-to-node encryption is off/ }],
});
