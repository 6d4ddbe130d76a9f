import check from '../../../../checks/aws/dms/replication-instance-not-public.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'private', facts: { publiclyAccessible: false } }],
  fail: [{ name: 'public', facts: { publiclyAccessible: true }, because: /public address/ }],
});
