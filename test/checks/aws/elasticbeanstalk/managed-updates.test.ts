import check from '../../../../checks/aws/elasticbeanstalk/managed-updates.ts';
import { testCheck } from '../../../kit/test-check.ts';

const options = { healthSystem: 'enhanced' as const, managedUpdates: true, updateLevel: 'minor' };

testCheck(check, {
  pass: [{ name: 'on', facts: { options } }],
  fail: [{ name: 'off', facts: { options: { ...options, managedUpdates: false } }, because: /off/ }],
});
