import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/sagemaker/steps-endpoint-config',
  title: 'Move the endpoint to a configuration with a key',
  cures: ['aws/sagemaker/endpoint-config-kms'],
  why: 'A configuration cannot be changed: a new one takes its place, and the endpoint is deployed once more.',
  steps: [
    'In KMS, choose a key, and let the execution role of the model use it (kms:CreateGrant, kms:DescribeKey).',
    'In SageMaker, clone the endpoint configuration, and choose the key under "Encryption key".',
    'Update the endpoint to the new configuration; SageMaker keeps answering meanwhile.',
    'Delete the old configuration, also where no endpoint uses it.',
  ],
});
