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

testCheck(check, {
  pass: [
    { name: 'nobody from outside', facts: { crossAccountGrants: [] } },
    { name: "one of AWS's services", facts: { crossAccountGrants: [service] } },
    {
      name: 'an approved account',
      facts: { crossAccountGrants: [grant] },
      settings: { approvedAccounts: ['444455556666'] },
    },
    {
      name: 'an approved organization',
      facts: { crossAccountGrants: [organization] },
      settings: { approvedPrincipals: ['o-abcdefghij'] },
    },
  ],
  fail: [
    {
      name: 'another account',
      facts: { crossAccountGrants: [grant] },
      because: /statement Partner admits 444455556666/,
    },
    {
      name: 'one of two is approved',
      facts: { crossAccountGrants: [grant, organization] },
      settings: { approvedAccounts: ['444455556666'] },
      because: /admits o-abcdefghij$/,
    },
  ],
});
