import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/cloudwatch/alarm-cloudtrail-changes',
  title: 'Somebody is told when audit logging is altered',
  severity: 'medium',
  controls: ['164.308(a)(6)(i)', '164.312(b)'],
  kind: 'aws.account',
  facts: ['cloudTrailChangesAlarm'],
  evaluate: ({ cloudTrailChangesAlarm: { alarms, missing } }) =>
    missing === null ? passBecause(`by ${alarms.join(', ')}`) : fail(missing),
});
