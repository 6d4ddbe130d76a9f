import { defineCheck, fail, pass } from '#src/check';

// The rule names no time: 20 minutes are what Session Manager takes where nothing is set.
export default defineCheck({
  id: 'aws/session/idle-shell-bounded',
  title: 'Idle shell session ends within the set minutes',
  severity: 'medium',
  controls: ['164.312(a)(2)(iii)'],
  control: 'session-timeout-bounded',
  kind: 'aws.region',
  facts: ['idleShellMinutes'],
  settings: { maxIdleMinutes: 20 },
  evaluate: ({ idleShellMinutes: minutes }, { settings: { maxIdleMinutes } }) =>
    minutes > maxIdleMinutes
      ? fail(`Session Manager ends a shell after ${minutes} idle minutes; the limit is ${maxIdleMinutes}`)
      : pass,
});
