import check from '../../../../checks/aws/cloudwatch/alarm-kms-deletion.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'an alarm of which somebody hears',
      facts: { kmsDeletionAlarm: { alarms: ['security'], missing: null } },
    },
  ],
  fail: [
    {
      name: 'nothing takes it',
      facts: { kmsDeletionAlarm: { alarms: [], missing: 'no metric filter takes it' } },
      because: /no metric filter/,
    },
  ],
});
