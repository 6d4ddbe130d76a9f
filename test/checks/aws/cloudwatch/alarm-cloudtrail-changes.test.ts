import check from '../../../../checks/aws/cloudwatch/alarm-cloudtrail-changes.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'an alarm of which somebody hears',
      facts: { cloudTrailChangesAlarm: { alarms: ['security'], missing: null } },
    },
  ],
  fail: [
    {
      name: 'nothing takes it',
      facts: { cloudTrailChangesAlarm: { alarms: [], missing: 'no metric filter takes it' } },
      because: /no metric filter/,
    },
  ],
});
