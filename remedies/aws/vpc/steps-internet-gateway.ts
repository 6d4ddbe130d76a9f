import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/vpc/steps-internet-gateway',
  title: 'Approve the internet gateway of the VPC, or take it away',
  cures: ['aws/vpc/igw-authorized'],
  why: 'Whether a VPC may have a way to the internet is for the owner of the network to say, and AWS detaches no gateway while public addresses are in use.',
  steps: [
    'Find out what the VPC is for, and whether it must be reached from the internet, or reach it.',
    'If it is agreed, add the VPC to checks.settings."aws/vpc/igw-authorized".approvedVpcs.',
    'If not, list what has a public address: `aws ec2 describe-network-interfaces --filters Name=vpc-id,Values=VPC --query "NetworkInterfaces[?Association].[NetworkInterfaceId,Association.PublicIp,Description]"`.',
    'Move or remove these, release their elastic addresses, and delete the routes to the gateway: `aws ec2 delete-route --route-table-id TABLE --destination-cidr-block 0.0.0.0/0`.',
    'Detach it: `aws ec2 detach-internet-gateway --internet-gateway-id GATEWAY --vpc-id VPC` (back with attach-internet-gateway), and `recheck` the finding.',
  ],
});
