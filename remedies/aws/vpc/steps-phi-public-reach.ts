import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/vpc/steps-phi-public-reach',
  title: 'Part what the internet reaches from what holds PHI',
  cures: ['aws/vpc/phi-public-reach'],
  why: 'Either the host loses its way in from the internet or one of the two moves to another network, and which of them is a decision about the design.',
  steps: [
    'Find out what the port serves, and for whom; the finding names the address, the port and the security group.',
    'If nobody needs it from outside, narrow the rule of the security group, or take the public address away.',
    'If it serves the public, put a load balancer in front of it and the host into a private subnet, or move the host to a VPC without PHI.',
    'Where it must stay, let the security groups of what holds PHI admit only what they need, not the host.',
    'If the tag is wrong, correct it, and start a scan.',
  ],
});
