import remedy from '../../../../remedies/aws/redshift/audit-logging.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const all = ['connectionlog', 'userlog'] as const;

const loggingStatus = { destination: null, failedAt: null };

testRemedy(remedy, {
  cures: [
    { name: 'off', current: null, after: { to: 'cloudwatch', logs: all }, facts: { loggingStatus } },
    {
      name: 'not who connects',
      current: { to: 'cloudwatch', logs: ['userlog'] },
      after: { to: 'cloudwatch', logs: ['connectionlog', 'userlog'] },
      facts: { loggingStatus },
    },
  ],
  cannot: [
    {
      name: 'to a bucket that refuses it',
      current: { to: 's3', bucket: 'logs', prefix: null },
      because: /the bucket logs/,
    },
  ],
  consequences: [{ name: 'nothing breaks', current: null, verdict: 'safe' }],
});
