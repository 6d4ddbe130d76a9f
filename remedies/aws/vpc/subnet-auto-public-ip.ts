import { defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/vpc/subnet-auto-public-ip',
  title: 'Give new hosts in the subnet no public IPv4 address unasked',
  cures: ['aws/vpc/subnet-auto-public-ip'],
  kind: 'aws.vpc.subnet',
  fact: 'mapPublicIpOnLaunch',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: () => to(false),
  consequences: () => [
    harmless('hosts that run now keep their addresses'),
    uncertain(
      'a host that is started here tomorrow has no public address unless it asks for one, and then reaches the internet only by a NAT gateway or an endpoint',
    ),
  ],
});
