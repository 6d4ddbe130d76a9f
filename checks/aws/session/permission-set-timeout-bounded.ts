import { defineCheck, fail, pass } from '#src/check';

// The rule asks that sessions end and names no time: eight hours are a working day.
export default defineCheck({
  id: 'aws/session/permission-set-timeout-bounded',
  title: 'Session of the permission set ends within the set hours',
  severity: 'medium',
  controls: ['164.312(a)(2)(iii)'],
  control: 'session-timeout-bounded',
  kind: 'aws.identityCenter.permissionSet',
  facts: ['sessionOf'],
  settings: { maxHours: 8 },
  evaluate: ({ sessionOf: { name, hours } }, { settings: { maxHours } }) =>
    hours > maxHours ? fail(`a session of ${name} lasts ${hours} hours; the limit is ${maxHours}`) : pass,
});
