import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/elbv2/deletion-protection',
  title: 'Protect the load balancer from deletion',
  cures: ['aws/elbv2/deletion-protection'],
  kind: 'aws.elbv2.loadBalancer',
  fact: 'deletionProtection',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: () => to(true),
  consequences: () => [
    harmless('whoever deletes it, as a stack that is torn down does, must turn the protection off first'),
  ],
});
