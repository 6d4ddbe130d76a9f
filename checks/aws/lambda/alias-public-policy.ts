import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/lambda/alias-public-policy',
  title: 'Policy of no alias lets a stranger invoke the function',
  severity: 'critical',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(3)(i)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
    '164.312(e)(1)',
  ],
  control: 'lambda-public-policy',
  kind: 'aws.lambda.function',
  facts: ['aliasesOpenTo'],
  exposes: true,
  evaluate: ({ aliasesOpenTo }) => {
    const aliases = Object.entries(aliasesOpenTo);
    if (aliases.length === 0) return notApplicable('the function has no alias');
    const open = aliases.flatMap(([alias, openTo]) => (openTo === null ? [] : [`alias ${alias}: ${openTo}`]));
    return open.length === 0 ? pass : fail(open.join('; '));
  },
});
