import check from '../../../../checks/aws/s3/bucket-cross-account-access.ts';
import { testCheck } from '../../../kit/test-check.ts';

const grant = {
  principal: 'arn:aws:iam::444455556666:role/reader',
  kind: 'account',
  account: '444455556666',
  statement: 'statement Partner',
} as const;
const service = { ...grant, principal: 'logging.s3.amazonaws.com', kind: 'service', account: null } as const;
const organization = { ...grant, principal: 'o-abcdefghij', kind: 'organization', account: null } as const;

const closed = { public: false, because: null } as const;
const open = { public: true, because: 'statement 1 allows s3:GetObject to everyone' } as const;

testCheck(check, {
  pass: [
    {
      name: "CloudFront's own identity",
      facts: { crossAccountGrants: [{ ...grant, kind: 'uniqueId', account: null }], publicPolicy: closed },
    },
    { name: 'nobody from outside', facts: { crossAccountGrants: [], publicPolicy: closed } },
    {
      name: "an account of AWS, which writes a load balancer's logs",
      facts: { crossAccountGrants: [{ ...grant, ofAws: true }], publicPolicy: closed },
    },
    { name: "one of AWS's services", facts: { crossAccountGrants: [service], publicPolicy: closed } },
    {
      name: 'an approved account',
      facts: { crossAccountGrants: [grant], publicPolicy: closed },
      settings: { approvedAccounts: ['444455556666'] },
    },
    {
      name: 'an approved organization',
      facts: { crossAccountGrants: [organization], publicPolicy: closed },
      settings: { approvedPrincipals: ['o-abcdefghij'] },
    },
  ],
  fail: [
    {
      name: 'everyone',
      facts: { crossAccountGrants: [], publicPolicy: open },
      because: /admits everyone.*statement 1/,
    },
    {
      name: 'another account',
      facts: { crossAccountGrants: [grant], publicPolicy: closed },
      because: /statement Partner admits 444455556666/,
    },
    {
      name: 'two statements, each with its own',
      facts: {
        crossAccountGrants: [grant, { ...organization, statement: 'statement Group' }],
        publicPolicy: closed,
      },
      because: /^statement Partner admits 444455556666; statement Group admits o-abcdefghij$/,
    },
    {
      name: 'one account by two roles',
      facts: {
        crossAccountGrants: [grant, { ...grant, principal: `${grant.principal}-2` }],
        publicPolicy: closed,
      },
      because: /^statement Partner admits 444455556666$/,
    },
    {
      name: 'one of two is approved',
      facts: { crossAccountGrants: [grant, organization], publicPolicy: closed },
      settings: { approvedAccounts: ['444455556666'] },
      because: /admits o-abcdefghij$/,
    },
  ],
});
