import check from '../../../../checks/aws/ec2/instance-backup-plan.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'in a plan', facts: { backup: { plans: ['nightly'], disks: 1, disksLeftOut: [] } } },
    { name: 'each volume is in a plan', facts: { backup: { plans: [], disks: 2, disksLeftOut: [] } } },
  ],
  fail: [
    {
      name: 'one volume is left out',
      facts: { backup: { plans: [], disks: 2, disksLeftOut: ['vol-2'] } },
      because: /vol-2$/,
    },
    {
      name: 'five volumes are left out',
      facts: { backup: { plans: [], disks: 5, disksLeftOut: ['a', 'b', 'c', 'd', 'e'] } },
      because: /a, b, c, d, e$/,
    },
    {
      name: 'six volumes are left out',
      facts: { backup: { plans: [], disks: 6, disksLeftOut: ['a', 'b', 'c', 'd', 'e', 'f'] } },
      because: /a, b, c, d, e and 1 more$/,
    },
  ],
  notApplicable: [
    {
      name: 'no EBS volume',
      facts: { backup: { plans: [], disks: 0, disksLeftOut: [] } },
      because: /no EBS volume/,
    },
  ],
});
