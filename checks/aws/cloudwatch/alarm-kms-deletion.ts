import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/cloudwatch/alarm-kms-deletion',
  title: 'Somebody is told when a key is disabled or queued for deletion',
  severity: 'medium',
  controls: ['164.308(a)(6)(i)'],
  kind: 'aws.account',
  facts: ['kmsDeletionAlarm'],
  evaluate: ({ kmsDeletionAlarm: { alarms, missing } }) =>
    missing === null ? passBecause(`by ${alarms.join(', ')}`) : fail(missing),
});
