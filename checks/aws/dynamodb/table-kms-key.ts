import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/dynamodb/table-kms-key',
  title: 'Table is encrypted under a KMS key of the customer',
  severity: 'medium',
  controls: ['164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.dynamodb.table',
  facts: ['encryption'],
  evaluate: ({ encryption }) => {
    if (encryption === null) return fail('it is encrypted with a key that AWS owns');
    return encryption.customerKey ? pass : fail('it is encrypted with the key that AWS manages for DynamoDB');
  },
});
