import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/elbv2/waf',
  title: 'Public load balancer sits behind a web firewall',
  severity: 'medium',
  controls: ['164.312(e)(1)'],
  kind: 'aws.elbv2.loadBalancer',
  facts: ['type', 'internetFacing', 'webAcl'],
  evaluate: ({ type, internetFacing, webAcl }) => {
    if (type !== 'application') return notApplicable(`a ${type} load balancer takes no web firewall`);
    if (!internetFacing) return notApplicable('it is internal');
    return webAcl === null ? fail('it faces the internet, with no web ACL of WAF before it') : pass;
  },
});
