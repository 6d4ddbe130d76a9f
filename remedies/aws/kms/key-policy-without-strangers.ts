import { defineRemedy, withoutStrangers } from '#src/remedy';

export default defineRemedy({
  id: 'aws/kms/key-policy-without-strangers',
  title: "Remove the statements that let strangers in from the key's policy",
  cures: ['aws/kms/key-public'],
  kind: 'aws.kms.key',
  fact: 'policy',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  ...withoutStrangers({
    service: 'kms',
    without: 'AWS minds the policy of its own keys',
    whoever: 'uses the key',
    insiders:
      'roles and users of the account that reach the key by what goes alone lose it too; add a statement that names them first',
    keepsOne: 'no statement would be left, and a key needs one: name who may use and manage it, in KMS',
  }),
});
