import { cannot, defineRemedy, harmless, to } from '#src/remedy';

/**
 * Where the account has no policy of its own, AWS asks for eight characters of three kinds out of four. A policy of the
 * account's own replaces that, so it begins no weaker: all four kinds.
 */
export const unlessOwn = {
  minimumLength: 8,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: true,
  allowUsersToChange: false,
  maxAgeDays: null,
  remembered: null,
  hardExpiry: null,
} as const;

/** What AWS allows at most. */
const longest = 128;

export default defineRemedy({
  id: 'aws/iam/password-policy-min-length',
  title: "Raise the password policy's least length",
  cures: ['aws/iam/password-policy-min-length'],
  kind: 'aws.account',
  fact: 'passwordPolicySettings',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  settings: { minLength: 14 },
  desired: (current, { settings: { minLength } }) => {
    if (minLength > longest)
      return cannot(`AWS allows ${longest} characters at most, and ${minLength} are asked for`);
    const policy = current ?? unlessOwn;
    return to({ ...policy, minimumLength: Math.max(policy.minimumLength, minLength) });
  },
  consequences: () => [
    harmless('passwords that are set today stay good; the new length counts when one is changed'),
  ],
});
