import check from '../../../../checks/aws/s3/bucket-policy-external-grantee.ts';
import { testCheck } from '../../../kit/test-check.ts';

const grant = {
  principal: 'arn:aws:iam::444455556666:role/reader',
  kind: 'account',
  account: '444455556666',
  statement: 'statement Partner',
} as const;
const service = { ...grant, principal: 'logging.s3.amazonaws.com', kind: 'service', account: null } as const;

testCheck(check, {
  pass: [
    { name: 'nobody from outside', facts: { crossAccountGrants: [] } },
    { name: "one of AWS's services", facts: { crossAccountGrants: [service] } },
    {
      name: 'an approved principal',
      facts: { crossAccountGrants: [grant] },
      settings: { approvedPrincipals: [grant.principal] },
    },
  ],
  fail: [
    {
      name: 'a role of another account',
      facts: { crossAccountGrants: [grant] },
      because: /role.reader \(statement Partner\)/,
    },
    {
      name: 'another role of the same account',
      facts: { crossAccountGrants: [{ ...grant, principal: `${grant.principal}-2` }] },
      settings: { approvedPrincipals: [grant.principal] },
      because: /reader-2/,
    },
  ],
});
