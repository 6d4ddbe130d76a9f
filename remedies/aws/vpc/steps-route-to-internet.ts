import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/vpc/steps-route-to-internet',
  title: 'Send subnets to the internet by a NAT gateway, or approve their route',
  cures: ['aws/vpc/route-table-open-igw'],
  why: 'Load balancers and NAT gateways need a subnet with this route, and hosts do not: only who knows what is in the subnets can tell them apart.',
  steps: [
    'List what is in the subnets that the finding names: `aws ec2 describe-network-interfaces --filters Name=subnet-id,Values=SUBNET`.',
    'If only load balancers and NAT gateways are there, add the table to checks.settings."aws/vpc/route-table-open-igw".approvedRouteTables.',
    'If hosts are there, make a NAT gateway in a public subnet, and another route table whose default route leads to it.',
    'Associate the subnets of the hosts with that table: `aws ec2 replace-route-table-association --association-id ASSOCIATION --route-table-id TABLE`; connections that are open then break off.',
    'See that the hosts still reach what they need, and `recheck` the finding.',
  ],
});
