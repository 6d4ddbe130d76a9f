import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/wafv2/steps-logging',
  title: 'Let the web ACL keep a log',
  cures: ['aws/wafv2/logging'],
  why: 'The place that receives the log must be made and named first, and that of a bucket or a log group has its policy changed with it.',
  steps: [
    'Make a log group, a bucket or a Firehose stream whose name begins with aws-waf-logs-, in the region of the web ACL (us-east-1 for CloudFront).',
    'Choose how long it keeps entries, and seal it with a KMS key: addresses and URIs of patients are in it.',
    'In WAF, the web ACL, Logging and metrics, choose Enable, and name the destination.',
    'Redact the fields that can carry PHI: the query string, the authorization and cookie headers.',
  ],
});
