import { breaks, dayOf, defineRemedy, harmless, to, uncertain } from '#src/remedy';

// A policy that denies the user everything could be taken back, but it would leave the password where it is: the check
// would fail on, and the user's keys, which may be in use, would stop with it.
export default defineRemedy({
  id: 'aws/iam/console-password-delete',
  title: "Take away the user's console password",
  cures: ['aws/iam/console-password-unused', 'aws/leaver/still-has-access'],
  kind: 'aws.iam.user',
  fact: 'consolePassword',
  risk: 'disruptive',
  reversibility: {
    undo: 'no',
    because:
      'AWS does not give a password back: where the person needs the console again, an administrator sets a new password in IAM, to be changed at the first sign-in',
  },
  considers: ['console', 'activeKeys'],
  desired: () => to(null),
  consequences: ({ console, activeKeys }) => [
    !console.known
      ? uncertain('when the user last signed in could not be read')
      : console.value?.usedAt
        ? breaks(`the user last signed in on ${dayOf(console.value.usedAt)}, and cannot any more`)
        : harmless('AWS has no record that the user ever signed in with this password'),
    harmless('a console session that is open now goes on until it ends, after twelve hours at most'),
    ...(activeKeys.known && activeKeys.value > 0
      ? [
          harmless(
            `the user's ${activeKeys.value === 1 ? 'active access key goes' : 'active access keys go'} on working`,
          ),
        ]
      : []),
  ],
});
