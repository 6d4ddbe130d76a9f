import remedy from '../../../../remedies/aws/elb/classic-access-logging.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const subject = {
  id: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/front',
  region: 'us-east-1',
  name: 'front',
};

testRemedy(remedy, {
  cures: [
    {
      name: 'off',
      current: null,
      after: { bucket: 'logs', prefix: 'front', everyMinutes: 60 },
      settings: { logBucket: 'logs' },
      at: { subject },
    },
    {
      name: 'off, without a prefix',
      current: null,
      after: { bucket: 'logs', prefix: null, everyMinutes: 60 },
      settings: { logBucket: 'logs', prefix: '' },
      at: { subject },
    },
  ],
  cannot: [{ name: 'no bucket', current: null, because: /no log bucket is configured/ }],
  consequences: [
    { name: 'whether it is let in', current: null, settings: { logBucket: 'logs' }, verdict: 'unknown' },
  ],
});
