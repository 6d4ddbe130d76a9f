import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/secretsmanager/steps-customer-key',
  title: "Seal the secret with a key of the customer's own",
  cures: ['aws/secretsmanager/kms-key'],
  why: 'Secrets Manager seals the value anew by the rights of whoever changes the key, who must be able to decrypt with it: a role that could do so could read every secret.',
  steps: [
    'Choose or create a symmetric KMS key in the same region, with rotation on.',
    'Allow kms:Decrypt on it to every role that reads the secret, and kms:GenerateDataKey too to those that write or rotate it.',
    'Run `aws secretsmanager update-secret --secret-id SECRET --kms-key-id KEY_ARN`, as somebody who may use both keys.',
    'See that the programs still read it, and `recheck` the finding.',
  ],
});
