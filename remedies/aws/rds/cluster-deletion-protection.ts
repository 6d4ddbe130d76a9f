import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/rds/cluster-deletion-protection',
  title: 'Protect the database cluster from deletion',
  cures: ['aws/rds/cluster-deletion-protection'],
  kind: 'aws.rds.cluster',
  fact: 'deletionProtection',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: () => to(true),
  consequences: () => [
    harmless('it runs on; whoever deletes it, by hand or by a template, must take the protection off first'),
  ],
});
