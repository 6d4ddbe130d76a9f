import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/waf/steps-classic-logging',
  title: 'Move the web ACL to AWS WAF, and let it keep a log',
  cures: ['aws/waf/classic-logging'],
  why: 'AWS has ended WAF Classic, so a log of it would be of a firewall that nobody minds.',
  steps: [
    'Make a web ACL in AWS WAF with the same rules; `aws waf create-web-acl-migration-stack` writes a template of them where it still answers.',
    'Let it count and not block at first, and compare.',
    'Associate the CloudFront distribution with the new web ACL, and delete the old one.',
    'Turn logging on for the new one, to a destination whose name begins with aws-waf-logs-.',
  ],
});
