import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/lambda/steps-vpc',
  title: 'Run the function in a private network',
  cures: ['aws/lambda/in-vpc'],
  why: 'A function in a VPC reaches the internet and other services of AWS only by the ways that the network has, so somebody who knows what it calls must choose the network.',
  steps: [
    'List what the function calls: databases, services of AWS, addresses on the internet.',
    'Choose private subnets in at least two zones, and a security group that lets out only what it needs.',
    'Give the subnets VPC endpoints for the services of AWS, and a NAT gateway only if the internet is needed.',
    'Attach the managed policy AWSLambdaVPCAccessExecutionRole to its role.',
    'Run `aws lambda update-function-configuration --function-name NAME --vpc-config SubnetIds=SUBNET,SUBNET,SecurityGroupIds=GROUP`.',
    'See that the function works, and `recheck` the finding.',
  ],
});
