import { opensOther } from '#src/access/index';
import { defineRemedy, withoutDoors } from '#src/remedy';

const settings = { approvedTcpPorts: ['80', '443'] as string[], approvedUdpPorts: [] as string[] };

export default defineRemedy({
  id: 'aws/ec2/sg-unauthorized-ports-open',
  title: 'Revoke the rules that open other than approved ports to the internet',
  cures: ['aws/ec2/sg-unauthorized-ports-open'],
  kind: 'aws.ec2.securityGroup',
  fact: 'ingress',
  risk: 'disruptive',
  settings,
  ...withoutDoors<typeof settings>({
    shuts: (door, { approvedTcpPorts, approvedUdpPorts }) =>
      opensOther(door, approvedTcpPorts, 'tcp') || opensOther(door, approvedUdpPorts, 'udp'),
    without: 'only approved ports are open to the internet',
  }),
});
