import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/dynamodb/table-encryption',
  title: 'Encrypt the table with the KMS key that AWS manages for DynamoDB in the account',
  cures: ['aws/dynamodb/table-encryption'],
  kind: 'aws.dynamodb.table',
  fact: 'encryption',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: (current) => to(current ?? { customerKey: null }),
  consequences: () => [
    harmless('DynamoDB uses the key in the name of whoever reads or writes, and asks no new rights of them'),
    harmless('requests to KMS are paid for, and are told in CloudTrail'),
  ],
});
