import { defineRemedy, harmless, to } from '#src/remedy';
import { unlessOwn } from './password-policy-min-length.ts';

export default defineRemedy({
  id: 'aws/iam/password-policy-character-classes',
  title: 'Ask for upper case, lower case, digits and symbols in passwords',
  cures: ['aws/iam/password-policy-character-classes'],
  kind: 'aws.account',
  fact: 'passwordPolicySettings',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: (current) =>
    to({
      ...(current ?? unlessOwn),
      requireUppercase: true,
      requireLowercase: true,
      requireNumbers: true,
      requireSymbols: true,
    }),
  consequences: () => [
    harmless('passwords that are set today stay good; the rule counts when one is changed'),
  ],
});
