import check from '../../../../checks/aws/eks/endpoint-public.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'nobody outside', facts: { openTo: [] } }],
  fail: [{ name: 'everyone', facts: { openTo: ['0.0.0.0/0'] }, because: /0\.0\.0\.0\/0/ }],
});
