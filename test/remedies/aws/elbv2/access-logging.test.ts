import remedy from '../../../../remedies/aws/elbv2/access-logging.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const subject = { id: 'arn', region: 'us-east-1', name: 'front', type: 'application' };

testRemedy(remedy, {
  cures: [
    {
      name: 'off',
      current: null,
      after: { bucket: 'logs', prefix: 'front' },
      settings: { logBucket: 'logs' },
      at: { subject },
      facts: { type: 'application', listeners: [] },
    },
  ],
  cannot: [{ name: 'no bucket', current: null, because: /no log bucket is configured/ }],
  consequences: [
    { name: 'whether it is let in', current: null, settings: { logBucket: 'logs' }, verdict: 'unknown' },
  ],
});
