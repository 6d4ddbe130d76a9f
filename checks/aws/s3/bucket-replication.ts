import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-replication',
  title: 'New objects are copied to another region',
  severity: 'low',
  controls: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)'],
  kind: 'aws.s3.bucket',
  facts: ['replicationTargets', 'copiedToOtherRegion'],
  evaluate: ({ replicationTargets, copiedToOtherRegion }, { region }) => {
    if (replicationTargets.length === 0) return fail('replication is off');
    if (!copiedToOtherRegion) return fail('copies stay in the same region');
    const elsewhere = replicationTargets.filter((target) => target.region !== region);
    return elsewhere.every((target) => target.wholeBucket === false)
      ? fail('only part of the bucket is copied')
      : pass;
  },
});
