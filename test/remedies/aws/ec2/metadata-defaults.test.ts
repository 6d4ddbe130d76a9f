import remedy from '../../../../remedies/aws/ec2/metadata-defaults.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const none = { httpTokens: null, httpEndpoint: null, hopLimit: null, tags: null, managedBy: 'account' };

testRemedy(remedy, {
  cures: [
    { name: 'nothing is set', current: none, after: { ...none, httpTokens: 'required' } },
    {
      name: 'optional, and hops are set',
      current: { ...none, httpTokens: 'optional', hopLimit: 3 },
      after: { ...none, httpTokens: 'required', hopLimit: 3 },
    },
  ],
  cannot: [
    {
      name: 'the organisation sets it',
      current: { ...none, managedBy: 'declarative-policy' },
      because: /organisation/,
    },
  ],
  consequences: [
    {
      name: 'old software on new instances',
      current: none,
      verdict: 'unknown',
      says: [['unknown', /Auto Scaling/]],
    },
  ],
});
