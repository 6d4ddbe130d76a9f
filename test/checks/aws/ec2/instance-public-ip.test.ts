import check from '../../../../checks/aws/ec2/instance-public-ip.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'private', facts: { publicAddresses: [] } }],
  fail: [
    {
      name: 'two addresses',
      facts: { publicAddresses: ['198.51.100.7', '198.51.100.8'] },
      because: /198\.51\.100\.7, 198\.51\.100\.8/,
    },
  ],
});
