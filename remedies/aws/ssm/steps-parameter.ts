import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/ssm/steps-parameter',
  title: 'Store the secret as a SecureString',
  cures: ['aws/ssm/parameter-encrypted'],
  why: 'It takes the value itself, which is never read or held here.',
  steps: [
    'See whether the parameter holds a secret. If not, give it a name that says so.',
    'Whoever owns it makes a new secret: the old one lies in plain text in the history of the parameter.',
    'Make a new parameter of the type SecureString with a KMS key of your own; the type of one that exists cannot be changed without deleting it.',
    'Let those who read it decrypt with the key, and ask with `--with-decryption`.',
    'Delete the old parameter, and end the old secret where it is used.',
  ],
});
