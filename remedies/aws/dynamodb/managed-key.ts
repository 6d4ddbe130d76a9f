import { cannot, defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/dynamodb/managed-key',
  title: 'Encrypt the table with the key that AWS manages for DynamoDB in the account',
  cures: ['aws/dynamodb/table-encryption'],
  kind: 'aws.dynamodb.table',
  fact: 'encryption',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  considers: ['description', 'resourcePolicy'],
  desired: (encryption) =>
    encryption === null ? to({ customerKey: null }) : cannot('it is encrypted with a KMS key already'),
  consequences: ({ description, resourcePolicy }) => [
    harmless('the table stays in use meanwhile, and everyone of the account who may use it may use the key'),
    harmless('KMS takes its price for the use of the key, and keeps a record of it'),
    harmless(
      'DynamoDB takes four such changes of a table in 24 hours, and one more in six hours without any; it refuses others, the undo too',
    ),
    ...(resourcePolicy.known && resourcePolicy.value !== null
      ? [
          uncertain(
            'the table has a policy: whoever of another account comes by it would be refused by the key',
          ),
        ]
      : []),
    ...unread(resourcePolicy, 'whether a policy of the table lets another account in cannot be told'),
    ...(description.known && description.value.replicas.length > 0
      ? [
          uncertain(
            `its replicas in ${description.value.replicas.join(', ')} are changed with it, or keep it from being changed`,
          ),
        ]
      : []),
    ...unread(description, 'whether it has replicas cannot be told'),
  ],
});
