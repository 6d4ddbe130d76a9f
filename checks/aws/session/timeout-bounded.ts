import { defineCheck, fail, notApplicable, pass } from '#src/check';

// The rule asks that sessions end and names no time: eight hours are a working day.
export default defineCheck({
  id: 'aws/session/timeout-bounded',
  title: 'Session of the role ends within the set hours',
  severity: 'medium',
  controls: ['164.312(a)(2)(iii)'],
  kind: 'aws.iam.role',
  facts: ['madeBy', 'trust', 'maxSessionHours'],
  settings: { maxHours: 8 },
  evaluate: ({ madeBy, trust, maxSessionHours: hours }, { settings: { maxHours } }) => {
    if (madeBy === 'AWS') return notApplicable('AWS made this role for one of its services');
    if (madeBy !== 'customer') return notApplicable('its permission set says how long a session lasts');
    if (trust.onlyServices) return notApplicable('only AWS services take the role on');
    return hours > maxHours ? fail(`a session lasts up to ${hours} hours; the limit is ${maxHours}`) : pass;
  },
});
