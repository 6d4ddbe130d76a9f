import remedy from '../../../../remedies/aws/rds/iam-authentication.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const off = { engine: 'mysql', memberOf: null, iamAuthentication: false };

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true, facts: off }],
  consequences: [
    { name: 'nothing breaks', current: false, facts: { pending: [] }, verdict: 'safe' },
    {
      name: 'a change that waits',
      current: false,
      facts: { pending: ['DBInstanceClass', 'Port'] },
      verdict: 'breaks',
      says: [['breaks', /DBInstanceClass, Port waits/]],
    },
  ],
});
