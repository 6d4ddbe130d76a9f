import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/emr/master-no-public-ip',
  title: "The Hadoop cluster's head node has no public address",
  severity: 'high',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(3)(i)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
    '164.312(e)(1)',
  ],
  kind: 'aws.emr.cluster',
  facts: ['headNodes'],
  exposes: true,
  evaluate: ({ headNodes }) => {
    if (headNodes.length === 0) return notApplicable('no head node is up yet');
    const seen = headNodes.flatMap(({ id, publicAddress }) =>
      publicAddress === null ? [] : [`${id} has ${publicAddress}`],
    );
    return seen.length === 0 ? pass : fail(seen.join(', '));
  },
});
