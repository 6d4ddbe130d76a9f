import check from '../../../../checks/aws/kinesis/stream-encryption.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'a key', facts: { encryptionKey: 'alias/aws/kinesis' } }],
  fail: [{ name: 'none', facts: { encryptionKey: null }, because: /is off/ }],
});
