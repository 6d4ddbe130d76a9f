import { behindWebAcl, defineRemedy } from '#src/remedy';

export default defineRemedy({
  id: 'aws/elbv2/web-acl',
  title: 'Put the configured web firewall before the load balancer',
  cures: ['aws/elbv2/waf'],
  kind: 'aws.elbv2.loadBalancer',
  fact: 'webAcl',
  ...behindWebAcl('the load balancer'),
});
