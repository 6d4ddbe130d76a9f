import remedy from '../../../../remedies/aws/rds/cluster-iam-authentication.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';
import { waitsFor } from './waits-for.ts';

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true, facts: { iamAuthentication: false } }],
  cannot: [
    {
      name: 'a change that waits, and would be made at once, too',
      current: false,
      at: { subject: waitsFor('DBInstanceClass', 'Port') },
      because: /DBInstanceClass, Port waits/,
    },
  ],
  consequences: [
    {
      name: 'nothing breaks',
      current: false,
      at: { subject: waitsFor('IAMDatabaseAuthenticationEnabled') },
      verdict: 'safe',
    },
  ],
});
