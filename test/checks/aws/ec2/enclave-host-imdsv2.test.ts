import check from '../../../../checks/aws/ec2/enclave-host-imdsv2.ts';
import { testCheck } from '../../../kit/test-check.ts';

const options = {
  httpTokens: 'required',
  httpEndpoint: 'enabled',
  hopLimit: 2,
  ipv6: 'disabled',
  tags: 'disabled',
};

testCheck(check, {
  pass: [
    { name: 'tokens are required', facts: { enclave: true, metadataOptions: options } },
    {
      name: 'the service is off',
      facts: {
        enclave: true,
        metadataOptions: { ...options, httpTokens: 'optional', httpEndpoint: 'disabled' },
      },
    },
  ],
  fail: [
    {
      name: 'tokens are optional',
      facts: { enclave: true, metadataOptions: { ...options, httpTokens: 'optional' } },
      because: /httpTokens is optional/,
    },
  ],
  notApplicable: [
    {
      name: 'no enclave',
      facts: { enclave: false, metadataOptions: { ...options, httpTokens: 'optional' } },
      because: /no enclave/,
    },
  ],
});
