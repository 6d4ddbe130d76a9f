import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/apigateway/steps-waf',
  title: 'Put a web firewall before the stage',
  cures: ['aws/apigateway/stage-waf'],
  why: 'Rules that fit one API refuse honest callers of another, so people choose them and watch them before they refuse anybody.',
  steps: [
    'Create a regional web ACL with the managed rules of AWS, all of them in count mode.',
    'Write its ARN as webAcl of aws/apigateway/stage-web-acl in remediation.settings of the configuration and ask for the fix again, or run `aws wafv2 associate-web-acl --web-acl-arn ACL_ARN --resource-arn STAGE_ARN`.',
    'Look for a week at the requests that were counted, and take out rules that hit honest callers.',
    'Switch the remaining rules from count to block, and `recheck` the finding.',
  ],
});
