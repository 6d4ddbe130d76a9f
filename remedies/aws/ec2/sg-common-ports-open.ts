import { opensOneOf } from '#src/access/index';
import { commonPorts, defineRemedy, withoutDoors } from '#src/remedy';

export default defineRemedy({
  id: 'aws/ec2/sg-common-ports-open',
  title: 'Revoke the rules that open remote desktop, FTP and database ports to the internet',
  cures: ['aws/ec2/sg-common-ports-open'],
  kind: 'aws.ec2.securityGroup',
  fact: 'ingress',
  risk: 'disruptive',
  settings: commonPorts,
  ...withoutDoors<typeof commonPorts>({
    shuts: (door, { tcpPorts, udpPorts }) => opensOneOf(door, tcpPorts) || opensOneOf(door, udpPorts, 'udp'),
    without: 'no rule opens one of these ports to the internet',
  }),
});
