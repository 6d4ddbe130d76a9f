import check from '../../../../checks/aws/vpc/route-table-open-igw.ts';
import { testCheck } from '../../../kit/test-check.ts';

const open = {
  sharedBy: null,
  id: 'rtb-1',
  toInternet: ['0.0.0.0/0 to igw-1'],
  serves: { main: false, subnets: ['subnet-1'] },
};

testCheck(check, {
  pass: [
    { name: 'no such route', facts: { ...open, toInternet: [] } },
    { name: 'approved', facts: open, settings: { approvedRouteTables: ['rtb-1'] } },
  ],
  fail: [
    { name: 'a subnet', facts: open, because: /^0.0.0.0\/0 to igw-1, for subnet-1$/ },
    {
      name: 'another is approved',
      facts: open,
      settings: { approvedRouteTables: ['rtb-2'] },
      because: /igw-1/,
    },
    {
      name: 'the main table',
      facts: { ...open, serves: { main: true, subnets: [] } },
      because: /every subnet of the VPC that has no table of its own/,
    },
    {
      name: 'nobody goes by it',
      facts: { ...open, serves: { main: false, subnets: [] } },
      because: /for no subnet now/,
    },
  ],
  notApplicable: [
    {
      name: "another account's",
      facts: { ...open, sharedBy: '444455556666' },
      because: /account 444455556666 shares it/,
    },
  ],
});
