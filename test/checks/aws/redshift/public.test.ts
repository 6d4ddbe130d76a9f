import check from '../../../../checks/aws/redshift/public.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'private', facts: { publiclyAccessible: false } }],
  fail: [{ name: 'public', facts: { publiclyAccessible: true }, because: /publiclyAccessible is on/ }],
});
