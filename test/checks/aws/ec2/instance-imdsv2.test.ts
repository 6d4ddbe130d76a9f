import check from '../../../../checks/aws/ec2/instance-imdsv2.ts';
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
    { name: 'tokens are required', facts: { metadataOptions: options } },
    {
      name: 'the service is off',
      facts: { metadataOptions: { ...options, httpTokens: 'optional', httpEndpoint: 'disabled' } },
    },
  ],
  fail: [
    {
      name: 'tokens are optional',
      facts: { metadataOptions: { ...options, httpTokens: 'optional' } },
      because: /httpTokens is optional/,
    },
  ],
});
