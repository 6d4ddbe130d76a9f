import { breaks, cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/cognito/mfa-required',
  title: 'Ask everyone in the user pool for the second factor that some use already',
  cures: ['aws/cognito/mfa'],
  kind: 'aws.cognito.userPool',
  fact: 'mfa',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: (mfa) => {
    if (mfa.asks === 'OFF')
      return cannot('a second factor is off: which one the app can ask for is for its makers to say');
    if (mfa.textMessages)
      return cannot('text messages are sent by a role, which must not be handed over from here');
    if (mfa.more) return cannot('its passkeys or text messages are set in a way that could not be put back');
    if (!mfa.authenticatorApp && mfa.email === null)
      return cannot('no factor is set up that could be asked for');
    return to({ ...mfa, asks: 'ON' });
  },
  consequences: (_facts, { before }) => [
    ...(before.passkeys === null
      ? []
      : [breaks('who signs in with a passkey alone is kept out: in this pool a passkey is one factor')]),
    harmless('who has a second factor signs in as before'),
    uncertain(
      'who has none must set one up at the next sign-in, and is kept out where the app does not offer that (the challenge MFA_SETUP)',
    ),
  ],
});
