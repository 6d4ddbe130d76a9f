import check from '../../../../checks/aws/elasticbeanstalk/enhanced-health.ts';
import { testCheck } from '../../../kit/test-check.ts';

const options = { healthSystem: 'enhanced' as const, managedUpdates: true, updateLevel: 'minor' };

testCheck(check, {
  pass: [{ name: 'enhanced', facts: { options } }],
  fail: [{ name: 'basic', facts: { options: { ...options, healthSystem: 'basic' } }, because: /basic/ }],
});
