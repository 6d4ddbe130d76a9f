import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/cluster-snapshot-public',
  title: 'Cluster snapshot cannot be restored by strangers',
  severity: 'critical',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(3)(i)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
    '164.312(e)(1)',
  ],
  kind: 'aws.rds.clusterSnapshot',
  control: 'rds-snapshot-public',
  facts: ['type', 'restorableByAnyone'],
  exposes: true,
  evaluate: ({ type, restorableByAnyone }) => {
    if (type === 'automated') return notApplicable('an automated snapshot cannot be shared');
    return restorableByAnyone ? fail('any AWS account may copy or restore it') : pass;
  },
});
