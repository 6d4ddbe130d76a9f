import check from '../../../../checks/aws/cloudwatch/alarm-console-auth-failures.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'an alarm of which somebody hears',
      facts: { consoleAuthFailuresAlarm: { alarms: ['security'], missing: null } },
    },
  ],
  fail: [
    {
      name: 'nothing takes it',
      facts: { consoleAuthFailuresAlarm: { alarms: [], missing: 'no metric filter takes it' } },
      because: /no metric filter/,
    },
  ],
});
