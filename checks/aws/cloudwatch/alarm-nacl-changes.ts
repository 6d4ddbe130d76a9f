import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/cloudwatch/alarm-nacl-changes',
  title: 'Somebody is told when subnet ACLs are edited',
  severity: 'medium',
  controls: ['164.308(a)(6)(i)'],
  kind: 'aws.account',
  facts: ['naclChangesAlarm'],
  evaluate: ({ naclChangesAlarm: { alarms, missing } }) =>
    missing === null ? passBecause(`by ${alarms.join(', ')}`) : fail(missing),
});
