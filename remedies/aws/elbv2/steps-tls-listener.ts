import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/elbv2/steps-tls-listener',
  title: 'Give the listeners of the load balancer a certificate',
  cures: ['aws/elbv2/tls-listeners'],
  why: 'Which names the certificate must bear, and whether the hosts behind a TCP listener speak TLS themselves, the load balancer does not tell.',
  steps: [
    'If the hosts behind a TCP listener speak TLS themselves, add its port to checks.settings."aws/elbv2/tls-listeners".passThroughTcpPorts.',
    'Otherwise request a certificate for the name in ACM: `aws acm request-certificate --domain-name NAME --validation-method DNS`.',
    'Make a listener with it: `aws elbv2 create-listener --load-balancer-arn ARN --protocol HTTPS --port 443 --certificates CertificateArn=CERTIFICATE --ssl-policy ELBSecurityPolicy-TLS13-1-2-2021-06 --default-actions Type=forward,TargetGroupArn=TARGETS` (protocol TLS for a network load balancer).',
    'Have the plain listener redirect, or delete it when nobody calls it any more: `aws elbv2 delete-listener --listener-arn LISTENER`.',
    '`recheck` the finding.',
  ],
});
