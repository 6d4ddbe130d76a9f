import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/elbv2/steps-waf',
  title: 'Put a web firewall before the load balancer',
  cures: ['aws/elbv2/waf'],
  why: 'Rules that block what no one ought to send also block some of what people do send, and only counting first shows which.',
  steps: [
    "Make a web ACL in the load balancer's region with AWS's managed rules (AWSManagedRulesCommonRuleSet, AWSManagedRulesKnownBadInputsRuleSet), each in count mode.",
    'Write its ARN as webAcl of aws/elbv2/web-acl in remediation.settings of the configuration and ask for the fix again, or put it before the load balancer yourself: `aws wafv2 associate-web-acl --web-acl-arn ACL --resource-arn ARN` (back with disassociate-web-acl).',
    'Turn on its logging, with the fields that may hold PHI redacted, and read for a week what would have been blocked.',
    'Switch rules from count to block one after the other, and `recheck` the finding.',
  ],
});
