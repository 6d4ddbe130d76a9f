import check from '../../../../checks/aws/ec2/nacl-open-ingress.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'closed', facts: { sharedBy: null, openEntries: [], subnets: ['subnet-1'] } }],
  fail: [
    {
      name: 'open',
      facts: {
        sharedBy: null,
        openEntries: ['entry 100 admits every port of every protocol from 0.0.0.0/0'],
        subnets: ['subnet-1'],
      },
      because: /^entry 100 admits every port of every protocol from 0.0.0.0\/0$/,
    },
    {
      name: 'no subnet uses it',
      facts: { sharedBy: null, openEntries: ['entry 100 admits every TCP port from ::/0'], subnets: [] },
      because: /; no subnet uses the ACL now$/,
    },
  ],
  notApplicable: [
    {
      name: "another account's",
      facts: { sharedBy: '444455556666', openEntries: ['entry 100'], subnets: ['subnet-1'] },
      because: /account 444455556666 shares it/,
    },
  ],
});
