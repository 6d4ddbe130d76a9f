import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/sagemaker/steps-notebook',
  title: 'Make the notebook anew, in your VPC and under your key',
  cures: [
    'aws/sagemaker/notebook-kms',
    'aws/sagemaker/notebook-direct-internet',
    'aws/sagemaker/notebook-in-vpc',
  ],
  why: 'The key, the subnet and the internet path of a notebook are fixed when it is made.',
  steps: [
    'Stop what runs in the notebook, and copy its files to a bucket that may hold them, or into a repository.',
    'Make a new notebook with a KMS key under "Permissions and encryption".',
    'Under "Network", choose a VPC, a private subnet and a security group, and "Disable" direct internet access.',
    'Give the subnet endpoints for the SageMaker API, its runtime and S3, or a NAT gateway where packages are fetched from outside.',
    'Copy the files back, try the notebook, and delete the old one.',
  ],
});
