import { entriesInstead } from '#src/access/index';
import { breaks, cannot, defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/ec2/nacl-open-ingress',
  title: 'Let the internet through the network ACL on chosen ports only',
  cures: ['aws/ec2/nacl-open-ingress'],
  kind: 'aws.ec2.networkAcl',
  fact: 'entries',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  /** An ACL keeps no state: answers to what hosts ask outside come back on the high ports. */
  settings: {
    tcpPorts: ['443', '1024..65535'] as string[],
    udpPorts: ['1024..65535'] as string[],
    ownRanges: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] as string[],
  },
  considers: ['subnets'],
  desired(entries, { settings }) {
    const instead = entriesInstead(entries, settings);
    return 'cannot' in instead ? cannot(instead.cannot) : to(instead.entries);
  },
  consequences: ({ subnets }, _change, { settings: { tcpPorts, udpPorts, ownRanges } }) => [
    subnets.known && subnets.value.length === 0
      ? harmless('no subnet uses the ACL now')
      : breaks(
          `its subnets (${subnets.known ? subnets.value.join(', ') : 'not known'}) are reached from outside by TCP ${tcpPorts.join(', ')} and UDP ${udpPorts.join(', ')} only`,
        ),
    uncertain(`hosts of the VPC whose addresses are not within ${ownRanges.join(', ')} are outside, too`),
    uncertain(
      'ping and the other messages of ICMP are let in from there only, and long packets of some connections may get lost without them',
    ),
    ...unread(subnets, 'how many subnets use the ACL cannot be told'),
  ],
});
