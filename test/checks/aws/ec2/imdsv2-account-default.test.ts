import check from '../../../../checks/aws/ec2/imdsv2-account-default.ts';
import { testCheck } from '../../../kit/test-check.ts';

const defaults = { httpTokens: null, httpEndpoint: null, hopLimit: null, tags: null, managedBy: 'account' };

testCheck(check, {
  pass: [{ name: 'required', facts: { instanceMetadataDefaults: { ...defaults, httpTokens: 'required' } } }],
  fail: [
    { name: 'nothing is set', facts: { instanceMetadataDefaults: defaults }, because: /the image decides/ },
    {
      name: 'optional',
      facts: { instanceMetadataDefaults: { ...defaults, httpTokens: 'optional' } },
      because: /is optional/,
    },
  ],
});
