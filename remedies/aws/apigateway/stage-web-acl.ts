import { behindWebAcl, defineRemedy } from '#src/remedy';

export default defineRemedy({
  id: 'aws/apigateway/stage-web-acl',
  title: 'Put the configured web firewall before the stage',
  cures: ['aws/apigateway/stage-waf'],
  kind: 'aws.apigateway.stage',
  fact: 'webAcl',
  ...behindWebAcl('the stage'),
});
