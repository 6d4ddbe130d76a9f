import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/elbv2/steps-http-redirect',
  title: 'Redirect HTTP to HTTPS at the load balancer',
  cures: ['aws/elbv2/http-redirects-to-https'],
  why: 'A redirect needs an HTTPS listener that serves the same, and where the HTTP listener has rules of its own, somebody must judge each: callers that follow no redirect, such as devices that post results, would fail.',
  steps: [
    'See that an HTTPS listener serves the same hosts and paths: `aws elbv2 describe-listeners --load-balancer-arn ARN`.',
    'Save what is there: `aws elbv2 describe-rules --listener-arn LISTENER > rules.json`.',
    'Look into the access logs for callers on the HTTP port that post, and move them over first.',
    "Redirect by default: `aws elbv2 modify-listener --listener-arn LISTENER --default-actions 'Type=redirect,RedirectConfig={Protocol=HTTPS,Port=443,StatusCode=HTTP_301}'`.",
    'Delete the other rules of the HTTP listener, or give each the same action with `aws elbv2 modify-rule`; then `recheck` the finding.',
  ],
});
