import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/cloudwatch/alarm-root-usage',
  title: 'Somebody is told when the root identity is used',
  severity: 'medium',
  controls: ['164.308(a)(6)(i)', '164.308(a)(6)(ii)'],
  kind: 'aws.account',
  facts: ['rootUsageAlarm'],
  evaluate: ({ rootUsageAlarm: { alarms, missing } }) =>
    missing === null ? passBecause(`by ${alarms.join(', ')}`) : fail(missing),
});
