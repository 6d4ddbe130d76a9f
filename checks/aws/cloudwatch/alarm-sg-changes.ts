import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/cloudwatch/alarm-sg-changes',
  title: 'Somebody is told when firewall rules change',
  severity: 'medium',
  controls: ['164.308(a)(6)(i)'],
  kind: 'aws.account',
  facts: ['sgChangesAlarm'],
  evaluate: ({ sgChangesAlarm: { alarms, missing } }) =>
    missing === null ? passBecause(`by ${alarms.join(', ')}`) : fail(missing),
});
