import { defineRemedy, withoutStrangers } from '#src/remedy';

export default defineRemedy({
  id: 'aws/efs/policy-without-strangers',
  title: "Remove the statements that let strangers in from the file system's policy",
  cures: ['aws/efs/policy-public'],
  kind: 'aws.efs.fileSystem',
  fact: 'policy',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  ...withoutStrangers({
    service: 'elasticfilesystem',
    without: 'the file system has no policy',
    whoever: 'mounts the file system',
    insiders: 'hosts of the account that mount by what goes alone lose it too: name them first',
    keepsOne:
      'no statement would be left, and without a policy EFS lets in whoever reaches it: name who may mount it, in EFS',
  }),
});
