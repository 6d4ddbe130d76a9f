import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/elb/classic-cross-zone',
  title: 'Spread the load over the hosts of all zones',
  cures: ['aws/elb/classic-cross-zone'],
  kind: 'aws.elb.loadBalancer',
  fact: 'crossZone',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: () => to(true),
  consequences: () => [
    harmless('hosts in a zone with many of them get less, and others more'),
    harmless('traffic between zones costs nothing at a classic load balancer'),
  ],
});
