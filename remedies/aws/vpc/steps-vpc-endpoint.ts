import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/vpc/steps-vpc-endpoint',
  title: 'Give the VPC an endpoint for the EC2 API',
  cures: ['aws/vpc/endpoint-for-ec2'],
  why: 'An endpoint costs by the hour in each zone and changes how names are resolved, so the owner of the network decides on its subnets and who may use it.',
  steps: [
    'Choose a subnet in each zone that has hosts, and a security group that admits TCP 443 from the VPC.',
    'See that the VPC resolves names: `aws ec2 describe-vpc-attribute --vpc-id VPC --attribute enableDnsHostnames`, and the same for enableDnsSupport.',
    'Make it: `aws ec2 create-vpc-endpoint --vpc-id VPC --vpc-endpoint-type Interface --service-name com.amazonaws.REGION.ec2 --subnet-ids SUBNET1 SUBNET2 --security-group-ids GROUP --private-dns-enabled`.',
    'Wait until its state is available, see that hosts still reach EC2, and `recheck` the finding.',
  ],
});
