import { dayOf, daysSince, defineCheck, fail, passBecause } from '#src/check';

// The rule asks for an emergency access procedure and names no interval: once a year is ours. `user`: `break-glass`, `role/break-glass`.
export default defineCheck({
  id: 'aws/break/glass-ready',
  title: 'Identity for emergencies is there, has a second factor and was tried',
  severity: 'medium',
  controls: ['164.312(a)(2)(ii)'],
  kind: 'aws.account',
  facts: ['emergencyEntries'],
  settings: { user: '', testedWithinDays: 365 },
  evaluate: ({ emergencyEntries }, { now, settings: { user, testedWithinDays } }) => {
    if (user === '') return fail('no identity for emergencies is named: set `user` of this check');
    const found = emergencyEntries.find(({ identity }) =>
      [user, `user/${user}`, `role/${user}`].includes(identity),
    );
    if (!found) return fail(`there is no user or role ${user}`);
    const { identity, usedAt, mfa, usable } = found;
    if (!usable) return fail(`${identity} has neither a console password nor an active access key`);
    if (mfa === null)
      return fail(`whether ${identity} asks for a second factor cannot be told from its trust policy`);
    if (!mfa) return fail(`${identity} can be used without a second factor`);
    if (usedAt === null) return fail(`AWS has no record that ${identity} was ever tried`);
    if (daysSince(usedAt, now) > testedWithinDays)
      return fail(`${identity} was last used on ${dayOf(usedAt)}; the limit is ${testedWithinDays} days`);
    return passBecause(`${identity} was last used on ${dayOf(usedAt)}`);
  },
});
