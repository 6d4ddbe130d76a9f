import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/dynamodb/pay-per-request',
  title: 'Pay for the table by request, so that it grows with demand',
  cures: ['aws/dynamodb/autoscaling'],
  kind: 'aws.dynamodb.table',
  fact: 'billing',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: () => to(null),
  consequences: () => [
    harmless('reading and writing go on while DynamoDB changes over, which takes minutes'),
    harmless('of a global table, the copies in other regions change over as well'),
    harmless(
      'a steady load costs more by request than by provisioned capacity; scaling policies rest meanwhile',
    ),
  ],
});
