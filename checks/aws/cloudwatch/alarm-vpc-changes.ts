import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/cloudwatch/alarm-vpc-changes',
  title: 'Somebody is told when VPCs are created, peered or removed',
  severity: 'medium',
  controls: ['164.308(a)(6)(i)'],
  kind: 'aws.account',
  facts: ['vpcChangesAlarm'],
  evaluate: ({ vpcChangesAlarm: { alarms, missing } }) =>
    missing === null ? passBecause(`by ${alarms.join(', ')}`) : fail(missing),
});
