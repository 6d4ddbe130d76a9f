import remedy from '../../../../remedies/aws/ec2/metadata-tokens.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const options = {
  httpTokens: 'optional',
  httpEndpoint: 'enabled',
  hopLimit: 2,
  ipv6: 'disabled',
  tags: 'enabled',
};
const required = { ...options, httpTokens: 'required' };

testRemedy(remedy, {
  cures: [
    { name: 'tokens are optional', current: options, after: required, facts: { enclave: true } },
    {
      name: 'an option is not told',
      current: { ...options, ipv6: null },
      after: { ...required, ipv6: null },
      facts: { enclave: false },
    },
  ],
  consequences: [
    {
      name: 'nobody asks without a token',
      current: options,
      facts: { metadataWithoutToken: 0 },
      verdict: 'safe',
      saysNot: [/hop limit/],
    },
    {
      name: 'somebody asks without a token',
      current: options,
      facts: { metadataWithoutToken: 12 },
      verdict: 'breaks',
      says: [['breaks', /12 times/]],
    },
    {
      name: 'there are no numbers',
      current: options,
      facts: { metadataWithoutToken: null },
      verdict: 'unknown',
      says: [['unknown', /no numbers/]],
    },
    {
      name: 'the numbers could not be read',
      current: options,
      verdict: 'unknown',
      says: [['unknown', /cannot be told/]],
    },
    {
      name: 'one hop',
      current: { ...options, hopLimit: 1 },
      facts: { metadataWithoutToken: 0 },
      verdict: 'safe',
      says: [['safe', /hop limit stays 1/]],
    },
    {
      name: 'one hop, and somebody asks without a token',
      current: { ...options, hopLimit: 1 },
      facts: { metadataWithoutToken: 12 },
      verdict: 'breaks',
      says: [['unknown', /hop limit stays 1.*would get nothing/]],
    },
  ],
});
