import check from '../../../../checks/aws/dynamodb/pitr.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'on', facts: { pointInTimeRecoveryDays: 35 } },
    { name: 'on for a day', facts: { pointInTimeRecoveryDays: 1 } },
  ],
  fail: [{ name: 'off', facts: { pointInTimeRecoveryDays: null }, because: /is off/ }],
});
