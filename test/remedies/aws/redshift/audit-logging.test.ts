import remedy from '../../../../remedies/aws/redshift/audit-logging.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const all = ['connectionlog', 'userlog'] as const;

testRemedy(remedy, {
  cures: [
    { name: 'off', current: null, after: { to: 'cloudwatch', logs: all } },
    {
      name: 'not who connects',
      current: { to: 'cloudwatch', logs: ['userlog'] },
      after: { to: 'cloudwatch', logs: ['connectionlog', 'userlog'] },
    },
  ],
  consequences: [{ name: 'nothing breaks', current: null, verdict: 'safe' }],
});
