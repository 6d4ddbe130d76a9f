import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/lambda/function-url-public',
  title: 'Every web address of the function asks callers who they are',
  severity: 'high',
  controls: ['164.308(a)(1)(ii)(B)', '164.308(a)(3)(i)', '164.312(a)(1)'],
  kind: 'aws.lambda.function',
  facts: ['urls'],
  exposes: true,
  evaluate: ({ urls }) => {
    if (urls.length === 0) return notApplicable('the function has no web address');
    const open = urls.filter(({ auth }) => auth === 'NONE');
    if (open.length === 0) return pass;
    const whose = open.map(({ alias }) => (alias === null ? 'the function' : `alias ${alias}`));
    return fail(`the web address of ${whose.join(', ')} asks for no authentication (AuthType NONE)`);
  },
});
