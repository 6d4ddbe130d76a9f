import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/cloudwatch/alarm-console-auth-failures',
  title: 'Somebody is told when console sign-ins fail',
  severity: 'medium',
  controls: ['164.308(a)(5)(ii)(C)', '164.308(a)(6)(i)', '164.308(a)(6)(ii)'],
  kind: 'aws.account',
  facts: ['consoleAuthFailuresAlarm'],
  evaluate: ({ consoleAuthFailuresAlarm: { alarms, missing } }) =>
    missing === null ? passBecause(`by ${alarms.join(', ')}`) : fail(missing),
});
