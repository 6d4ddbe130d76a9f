import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/cluster-snapshot-encrypted',
  title: 'Cluster snapshot is encrypted',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.rds.clusterSnapshot',
  control: 'rds-snapshot-encrypted',
  facts: ['type', 'storageEncryption', 'sourceIsThere'],
  evaluate: ({ type, storageEncryption, sourceIsThere }) => {
    if (storageEncryption !== 'none') return pass;
    if (type === 'automated' && sourceIsThere)
      return notApplicable('RDS makes it as its cluster is and lets it go by itself: the cluster is judged');
    return fail(
      type === 'automated' ? 'it is not encrypted, and its cluster is gone' : 'it is not encrypted',
    );
  },
});
