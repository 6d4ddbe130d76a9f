import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/elb/steps-classic-tls',
  title: 'Have every listener of the classic load balancer speak TLS 1.2, with a certificate of ACM',
  cures: [
    'aws/elb/classic-acm-certificate',
    'aws/elb/classic-tls-listeners-only',
    'aws/elb/classic-tls-policy',
  ],
  why: 'Callers that speak plain HTTP, an older TLS or know an older certificate would be turned away, and the load balancer does not tell who they are.',
  steps: [
    'Look into the access logs for who calls on the plain port, and with which TLS.',
    'Request a certificate for the name in ACM: `aws acm request-certificate --domain-name NAME --validation-method DNS`.',
    'Make a listener with it: `aws elb create-load-balancer-listeners --load-balancer-name LB --listeners Protocol=HTTPS,LoadBalancerPort=443,InstanceProtocol=HTTPS,InstancePort=443,SSLCertificateId=ARN`; where a TLS listener has another certificate, `aws elb set-load-balancer-listener-ssl-certificate --load-balancer-name LB --load-balancer-port 443 --ssl-certificate-id ARN`.',
    'Let it refuse old TLS: `aws elb create-load-balancer-policy --load-balancer-name LB --policy-name tls12 --policy-type-name SSLNegotiationPolicyType --policy-attributes AttributeName=Reference-Security-Policy,AttributeValue=ELBSecurityPolicy-TLS-1-2-2017-01`, then `aws elb set-load-balancer-policies-of-listener --load-balancer-name LB --load-balancer-port 443 --policy-names tls12`.',
    'When nobody calls the plain port any more, `aws elb delete-load-balancer-listeners --load-balancer-name LB --load-balancer-ports PORT`.',
    'Weigh an application load balancer instead, which can redirect; then `recheck` the findings.',
  ],
});
