import check from '../../../../checks/aws/s3/bucket-policy-external-grantee.ts';
import { testCheck } from '../../../kit/test-check.ts';

const grant = {
  principal: 'arn:aws:iam::444455556666:role/reader',
  kind: 'account',
  account: '444455556666',
  statement: 'statement Partner',
} as const;
const service = { ...grant, principal: 'logging.s3.amazonaws.com', kind: 'service', account: null } as const;

const closed = { public: false, because: null } as const;
const open = { public: true, because: 'statement 1 allows s3:GetObject to everyone' } as const;

testCheck(check, {
  pass: [
    { name: 'nobody from outside', facts: { crossAccountGrants: [], publicPolicy: closed } },
    {
      name: "an account of AWS, which writes a load balancer's logs",
      facts: { crossAccountGrants: [{ ...grant, ofAws: true }], publicPolicy: closed },
    },
    { name: "one of AWS's services", facts: { crossAccountGrants: [service], publicPolicy: closed } },
    {
      name: 'an approved principal',
      facts: { crossAccountGrants: [grant], publicPolicy: closed },
      settings: { approvedPrincipals: [grant.principal] },
    },
  ],
  fail: [
    {
      name: 'everyone',
      facts: { crossAccountGrants: [], publicPolicy: open },
      because: /admits everyone.*statement 1/,
    },
    {
      name: 'a role of another account',
      facts: { crossAccountGrants: [grant], publicPolicy: closed },
      because: /role.reader \(statement Partner\)/,
    },
    {
      name: 'another role of the same account',
      facts: { crossAccountGrants: [{ ...grant, principal: `${grant.principal}-2` }], publicPolicy: closed },
      settings: { approvedPrincipals: [grant.principal] },
      because: /reader-2/,
    },
  ],
});
