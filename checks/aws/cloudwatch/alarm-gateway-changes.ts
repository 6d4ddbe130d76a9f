import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/cloudwatch/alarm-gateway-changes',
  title: 'Somebody is told when network gateways are edited',
  severity: 'medium',
  controls: ['164.308(a)(6)(i)'],
  kind: 'aws.account',
  facts: ['gatewayChangesAlarm'],
  evaluate: ({ gatewayChangesAlarm: { alarms, missing } }) =>
    missing === null ? passBecause(`by ${alarms.join(', ')}`) : fail(missing),
});
