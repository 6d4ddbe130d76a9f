import { defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/ebs/snapshot-public',
  title: 'Snapshot is not shared with every AWS account',
  severity: 'critical',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(3)(i)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
    '164.312(e)(1)',
  ],
  kind: 'aws.ebs.snapshot',
  facts: ['sharedWithAll', 'openToAll'],
  exposes: true,
  evaluate({ sharedWithAll, openToAll }) {
    if (openToAll)
      return fail('the group "all" may make volumes from it: every AWS account can copy its data');
    return sharedWithAll
      ? passBecause("shared with all, which the region's block public access holds back")
      : pass;
  },
});
