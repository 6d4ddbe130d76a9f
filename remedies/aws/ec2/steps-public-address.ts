import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/ec2/steps-public-address',
  title: 'Take the public address from the instance',
  cures: ['aws/ec2/instance-public-ip', 'aws/ec2/enclave-host-public-ip'],
  why: 'An address that AWS lent never comes back, and the instance needs another way in and out before it loses one.',
  steps: [
    'Find out who uses the address: DNS names, allow lists of partners, and the VPC flow logs.',
    'Give the instance another way: a load balancer in front of it for those who come in, a NAT gateway or VPC endpoints for what goes out, Session Manager for those who administer it.',
    'Take an Elastic IP off (`aws ec2 disassociate-address --association-id ASSOCIATION`) and keep it allocated until nobody misses it.',
    'Take a lent address off with `aws ec2 modify-network-interface-attribute --network-interface-id INTERFACE --no-associate-public-ip-address`, or launch the instance anew in a private subnet.',
    'Start a scan.',
  ],
});
