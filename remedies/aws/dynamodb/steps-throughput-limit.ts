import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/dynamodb/steps-throughput-limit',
  title: 'Raise the limit of throughput, or use less of it',
  cures: ['aws/dynamodb/throughput-limit'],
  why: 'AWS raises the limit on request, and may take days over it.',
  steps: [
    'Look which tables have the most: `aws dynamodb describe-table --table-name TABLE` tells ProvisionedThroughput.',
    'Let tables with an uneven load be paid by request: `fix` their findings of aws/dynamodb/autoscaling.',
    'Ask for more under Service Quotas, Amazon DynamoDB, "Account-level read throughput limit (Provisioned mode)" and the same for write.',
    '`recheck` the finding.',
  ],
});
