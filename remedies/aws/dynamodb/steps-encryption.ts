import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/dynamodb/steps-encryption',
  title: 'Encrypt the table with a KMS key of your own',
  cures: ['aws/dynamodb/table-kms-key'],
  why: 'DynamoDB asks KMS in the name of whoever sets the key, who must be allowed to decrypt with it and to create grants: the bot’s role is never given that.',
  steps: [
    'Choose a customer key of the table’s region, or make one, and let its policy allow those who read and write the table to use it through DynamoDB (`kms:ViaService`).',
    'Set it: `aws dynamodb update-table --table-name TABLE --sse-specification Enabled=true,SSEType=KMS,KMSMasterKeyId=KEY-ARN`.',
    'The table stays in use meanwhile. Were the key disabled or deleted later, the table could not be read.',
    '`recheck` the finding.',
  ],
});
