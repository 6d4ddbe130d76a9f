import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/accessanalyzer/enabled',
  title: 'Access from outside is analysed, and every finding is decided',
  severity: 'medium',
  controls: ['164.308(a)(4)(ii)(C)'],
  kind: 'aws.region',
  facts: ['externalAccess'],
  evaluate: ({ externalAccess }) => {
    if (externalAccess === null)
      return fail('no active external-access analyzer is seen here (one that another account runs is not)');
    const { analyzer, open, more } = externalAccess;
    if (open === 0) return pass;
    return fail(
      `${open}${more ? ' or more' : ''} active ${open === 1 ? 'finding' : 'findings'} of the analyzer ${analyzer}`,
    );
  },
});
