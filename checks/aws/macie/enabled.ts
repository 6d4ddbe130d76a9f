import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/macie/enabled',
  title: 'Macie is on in the region',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(A)'],
  kind: 'aws.region',
  facts: ['macie', 'hasBuckets'],
  evaluate: ({ macie, hasBuckets }) => {
    if (macie === 'on') return pass;
    return hasBuckets ? fail(`Macie is ${macie} here`) : notApplicable('no bucket lies in the region');
  },
});
