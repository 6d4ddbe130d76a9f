import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/apigateway/stage-waf',
  title: 'Public API stage sits behind a web firewall',
  severity: 'medium',
  controls: ['164.312(e)(1)'],
  kind: 'aws.apigateway.stage',
  facts: ['isPrivate', 'webAcl'],
  evaluate: ({ isPrivate, webAcl }) => {
    if (isPrivate) return notApplicable('the API is private: nobody reaches it from the internet');
    return webAcl === null ? fail('no web ACL of AWS WAF is associated with the stage') : pass;
  },
});
