import check from '../../../../checks/aws/cloudwatch/alarm-root-usage.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'an alarm of which somebody hears',
      facts: { rootUsageAlarm: { alarms: ['security'], missing: null } },
    },
  ],
  fail: [
    {
      name: 'nothing takes it',
      facts: { rootUsageAlarm: { alarms: [], missing: 'no metric filter takes it' } },
      because: /no metric filter/,
    },
  ],
});
