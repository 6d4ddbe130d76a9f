import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/dynamodb/table-encryption',
  title: 'Table is encrypted with a KMS key of the account',
  severity: 'low',
  controls: [
    '164.308(a)(4)(ii)(A)',
    '164.312(a)(2)(iv)',
    '164.312(c)(1)',
    '164.312(e)(2)(ii)',
    '164.314(b)(1)',
    '164.314(b)(2)',
    '164.314(b)(2)(i)',
    '164.314(b)(2)(ii)',
    '164.314(b)(2)(iii)',
    '164.314(b)(2)(iv)',
  ],
  kind: 'aws.dynamodb.table',
  facts: ['encryption'],
  evaluate: ({ encryption }) => {
    return encryption
      ? pass
      : fail('no encryption is set, so DynamoDB uses a key that AWS owns and the account cannot see');
  },
});
