import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-replication',
  title: 'New objects are copied to another region',
  severity: 'low',
  controls: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)'],
  kind: 'aws.s3.bucket',
  facts: ['replicationTargets', 'copiedToOtherRegion'],
  evaluate: ({ replicationTargets, copiedToOtherRegion }) => {
    if (copiedToOtherRegion) return pass;
    return fail(replicationTargets.length === 0 ? 'replication is off' : 'copies stay in the same region');
  },
});
