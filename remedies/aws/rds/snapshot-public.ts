import { defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/rds/snapshot-public',
  title: 'Stop sharing the database snapshot with everyone',
  cures: ['aws/rds/snapshot-public'],
  kind: 'aws.rds.snapshot',
  fact: 'restorableByAnyone',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: () => to(false),
  consequences: () => [
    harmless('accounts that are named one by one may still restore it'),
    harmless('what strangers copied already stays theirs: treat it as a possible disclosure'),
    uncertain(
      'whether an account restores it because it is public cannot be told; that one would be refused',
    ),
  ],
});
