import check from '../../../../checks/aws/ec2/enclave-host-public-ip.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'private', facts: { enclave: true, publicAddresses: [] } }],
  fail: [
    {
      name: 'public',
      facts: { enclave: true, publicAddresses: ['198.51.100.7'] },
      because: /198\.51\.100\.7/,
    },
  ],
  notApplicable: [{ name: 'no enclave', facts: { enclave: false, publicAddresses: ['198.51.100.7'] } }],
});
