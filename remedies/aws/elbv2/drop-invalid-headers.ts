import { cannot, defineRemedy, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/elbv2/drop-invalid-headers',
  title: 'Drop malformed headers at the load balancer',
  cures: ['aws/elbv2/drop-invalid-headers'],
  kind: 'aws.elbv2.loadBalancer',
  fact: 'dropInvalidHeaders',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: (current) =>
    current === null ? cannot('only an application load balancer reads headers') : to(true),
  consequences: () => [
    uncertain(
      'headers whose names hold anything but letters, digits and hyphens (an underscore, for one) no longer reach the hosts, and who sends such is not told',
    ),
  ],
});
