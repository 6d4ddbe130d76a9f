import { defineRemedy, withoutStrangers } from '#src/remedy';

export default defineRemedy({
  id: 'aws/secretsmanager/policy-without-strangers',
  title: "Remove the statements that let strangers in from the secret's policy",
  cures: ['aws/secretsmanager/secret-public'],
  kind: 'aws.secretsmanager.secret',
  fact: 'policy',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  ...withoutStrangers({
    service: 'secretsmanager',
    without: 'there is no policy',
    whoever: 'reads the secret',
    insiders:
      'other accounts that read by what goes lose it too; add a statement that names them first, and change the secret, which strangers may have read',
  }),
});
