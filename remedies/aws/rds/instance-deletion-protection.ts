import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/rds/instance-deletion-protection',
  title: 'Protect the database from deletion',
  cures: ['aws/rds/instance-deletion-protection'],
  kind: 'aws.rds.instance',
  fact: 'deletionProtection',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: () => to(true),
  consequences: () => [
    harmless('it runs on; whoever deletes it, by hand or by a template, must take the protection off first'),
  ],
});
