import check from '../../../../checks/aws/cloudwatch/alarm-vpc-changes.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'an alarm of which somebody hears',
      facts: { vpcChangesAlarm: { alarms: ['security'], missing: null } },
    },
  ],
  fail: [
    {
      name: 'nothing takes it',
      facts: { vpcChangesAlarm: { alarms: [], missing: 'no metric filter takes it' } },
      because: /no metric filter/,
    },
  ],
});
