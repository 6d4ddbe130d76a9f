import check from '../../../../checks/aws/vpc/igw-authorized.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'approved',
      facts: { sharedBy: null, attachedTo: ['vpc-1'] },
      settings: { approvedVpcs: ['vpc-2', 'vpc-1'] },
    },
  ],
  fail: [
    {
      name: 'nothing is approved',
      facts: { sharedBy: null, attachedTo: ['vpc-1'] },
      because: /vpc-1, which approvedVpcs/,
    },
    {
      name: 'another is approved',
      facts: { sharedBy: null, attachedTo: ['vpc-1'] },
      settings: { approvedVpcs: ['vpc-2'] },
      because: /vpc-1/,
    },
  ],
  notApplicable: [
    { name: 'in store', facts: { sharedBy: null, attachedTo: [] }, because: /attached to no VPC/ },
    {
      name: "another account's",
      facts: { sharedBy: '444455556666', attachedTo: ['vpc-1'] },
      because: /account 444455556666 shares/,
    },
  ],
});
