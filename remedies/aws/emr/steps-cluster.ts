import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/emr/steps-cluster',
  title: 'Start the cluster anew, in a private subnet and with Kerberos',
  cures: ['aws/emr/kerberos', 'aws/emr/master-no-public-ip'],
  why: 'Where a cluster stands and how it authenticates is fixed when it is started.',
  steps: [
    'In EMR, make a security configuration with Kerberos: a KDC on the cluster, or one of your own.',
    'Choose a subnet without a route to an internet gateway, with an endpoint for S3 and a way to the other services that the jobs need.',
    'Clone the cluster, and choose the security configuration and the subnet.',
    'Move the jobs, and terminate the old cluster when its data is in S3.',
    'Until then, let the security group of the head node admit only your own addresses.',
  ],
});
