import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ssm/association-compliance',
  title: 'The server keeps to its required configuration',
  severity: 'low',
  controls: ['164.308(a)(5)(ii)(B)'],
  kind: 'aws.ssm.managedInstance',
  facts: ['associations'],
  evaluate: ({ associations }) => {
    if (associations === null) return notApplicable('no association of State Manager reports about it');
    if (associations.compliant) return pass;
    return fail(
      associations.wanting === 0
        ? 'State Manager reports it as not compliant'
        : `${associations.wanting} ${associations.wanting === 1 ? 'association is' : 'associations are'} not compliant`,
    );
  },
});
