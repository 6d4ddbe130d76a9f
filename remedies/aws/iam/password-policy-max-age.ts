import { breaks, daysSince, defineRemedy, firstOf, harmless, to, uncertain } from '#src/remedy';
import { unlessOwn } from './password-policy-min-length.ts';

export default defineRemedy({
  id: 'aws/iam/password-policy-max-age',
  title: 'Make passwords expire',
  cures: ['aws/iam/password-policy-max-age'],
  kind: 'aws.account',
  fact: 'passwordPolicySettings',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  settings: { maxAgeDays: 90 },
  considers: ['consolePasswords'],
  desired: (current, { settings: { maxAgeDays } }) => {
    const policy = current ?? unlessOwn;
    return to({ ...policy, maxAgeDays: Math.min(policy.maxAgeDays ?? maxAgeDays, maxAgeDays) });
  },
  consequences: ({ consolePasswords }, { after }, { now }) => {
    if (!consolePasswords.known) return [uncertain('whose password would expire at once could not be read')];
    const maxAgeDays = after?.maxAgeDays ?? Number.POSITIVE_INFINITY;
    const expired = consolePasswords.value
      .filter(({ setAt }) => setAt !== null && daysSince(setAt, now) > maxAgeDays)
      .map(({ user }) => user);
    const untold = consolePasswords.value.filter(({ setAt }) => setAt === null).map(({ user }) => user);
    const afterwards = after?.hardExpiry
      ? 'cannot sign in until an administrator sets a new password (hard expiry is on)'
      : 'must set a new password at the next sign-in';
    return [
      ...(expired.length > 0
        ? [breaks(`${expired.length} passwords expire at once: ${firstOf(expired)} ${afterwards}`)]
        : []),
      ...(untold.length > 0
        ? [uncertain(`how old the password is cannot be told for ${firstOf(untold)}`)]
        : []),
      ...(expired.length + untold.length === 0 ? [harmless('no password is older than that today')] : []),
    ];
  },
});
