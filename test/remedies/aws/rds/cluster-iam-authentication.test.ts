import remedy from '../../../../remedies/aws/rds/cluster-iam-authentication.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true, facts: { iamAuthentication: false } }],
  consequences: [
    { name: 'nothing breaks', current: false, facts: { pending: [] }, verdict: 'safe' },
    {
      name: 'a change that waits',
      current: false,
      facts: { pending: ['EngineVersion'] },
      verdict: 'unknown',
      says: [['unknown', /EngineVersion waits/]],
    },
  ],
});
