import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/opensearch/steps-in-vpc',
  title: 'Move the search domain into a VPC',
  cures: ['aws/opensearch/in-vpc'],
  why: 'A domain cannot move: whether it is in a VPC is chosen when it is made.',
  steps: [
    'Until then, narrow the access policy to roles of the account: `aws opensearch update-domain-config --domain-name NAME --access-policies file://policy.json`.',
    'Make a domain inside the VPC, with encryption at rest, node-to-node encryption and HTTPS only: `aws opensearch create-domain --domain-name NEW --vpc-options SubnetIds=SUBNET,SecurityGroupIds=GROUP`.',
    'Take a manual snapshot of the old domain into a bucket, and restore it in the new one.',
    'Point the clients at the new endpoint, and delete the old domain when nothing asks it any more.',
    'Start a scan.',
  ],
});
