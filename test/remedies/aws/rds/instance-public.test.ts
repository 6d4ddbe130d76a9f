import remedy from '../../../../remedies/aws/rds/instance-public.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const shut = { publicReach: { through: [], unseen: [] }, memberOf: null };

testRemedy(remedy, {
  cures: [
    { name: 'kept shut by its groups', current: true, after: false, facts: shut },
    {
      name: 'open to everyone',
      current: true,
      after: false,
      facts: { ...shut, publicReach: { through: ['sg-open'], unseen: [] } },
    },
  ],
  consequences: [
    {
      name: 'who comes over the internet is cut off',
      current: true,
      facts: { ...shut, publicReach: { through: ['sg-open'], unseen: [] } },
      verdict: 'breaks',
      says: [['breaks', /sg-open/]],
      saysNot: [/cluster/],
    },
    {
      name: 'who is let in by address cannot be told',
      current: true,
      facts: shut,
      verdict: 'unknown',
      says: [['unknown', /by an address/]],
    },
    {
      name: 'a server of a cluster',
      current: true,
      facts: { ...shut, memberOf: 'records' },
      verdict: 'unknown',
      says: [['unknown', /cluster records/]],
    },
  ],
});
