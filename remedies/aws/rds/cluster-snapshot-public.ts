import { defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/rds/cluster-snapshot-public',
  title: 'Stop sharing the cluster snapshot with everyone',
  cures: ['aws/rds/cluster-snapshot-public'],
  kind: 'aws.rds.clusterSnapshot',
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
