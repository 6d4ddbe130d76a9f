import { defineCheck, fail, notApplicable, pass, servedInPlain } from '#src/check';

export default defineCheck({
  id: 'aws/elbv2/http-redirects-to-https',
  title: 'Load balancer redirects HTTP to HTTPS',
  severity: 'medium',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(1)', '164.312(e)(2)(i)', '164.312(e)(2)(ii)'],
  kind: 'aws.elbv2.loadBalancer',
  facts: ['type', 'plainHttpActions'],
  evaluate: ({ type, plainHttpActions }) => {
    if (type !== 'application') return notApplicable(`a ${type} load balancer speaks no HTTP`);
    if (plainHttpActions.length === 0) return notApplicable('no listener speaks HTTP without TLS');
    const told = plainHttpActions.flatMap(({ port, does }) => {
      const answers = servedInPlain(does);
      return answers.length === 0 ? [] : [`port ${port} answers with ${answers.join(', ')}`];
    });
    return told.length === 0 ? pass : fail(told.join('; '));
  },
});
