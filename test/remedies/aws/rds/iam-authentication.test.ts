import remedy from '../../../../remedies/aws/rds/iam-authentication.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';
import { waitsFor } from './waits-for.ts';

const off = { engine: 'mysql', memberOf: null, iamAuthentication: false };

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true, facts: off }],
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
