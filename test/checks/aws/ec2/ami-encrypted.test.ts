import check from '../../../../checks/aws/ec2/ami-encrypted.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'both disks',
      facts: {
        disks: [
          { device: '/dev/sda1', encrypted: true },
          { device: '/dev/sdb', encrypted: true },
        ],
      },
    },
  ],
  fail: [
    {
      name: 'one of two',
      facts: {
        disks: [
          { device: '/dev/sda1', encrypted: true },
          { device: '/dev/sdb', encrypted: false },
        ],
      },
      because: /: \/dev\/sdb$/,
    },
  ],
  notApplicable: [{ name: 'no EBS disk', facts: { disks: [] } }],
});
