import check from '../../../../checks/aws/ebs/snapshot-encrypted.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'encrypted', facts: { encrypted: true } }],
  fail: [{ name: 'plain', facts: { encrypted: false }, because: /not encrypted/ }],
});
