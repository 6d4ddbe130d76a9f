import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/redshift/public',
  title: 'Warehouse is not reachable from the internet',
  severity: 'critical',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(3)(i)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
    '164.312(e)(1)',
  ],
  kind: 'aws.redshift.cluster',
  facts: ['publiclyAccessible'],
  exposes: true,
  evaluate: ({ publiclyAccessible }) => {
    return publiclyAccessible ? fail('publiclyAccessible is on: it has a public address') : pass;
  },
});
