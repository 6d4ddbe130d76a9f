import remedy from '../../../../remedies/aws/s3/event-notifications.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    {
      name: 'nobody listens',
      current: { eventBridge: false, destinations: [] },
      after: { eventBridge: true, destinations: [] },
    },
  ],
  consequences: [
    {
      name: 'nobody notices',
      current: { eventBridge: false, destinations: [] },
      verdict: 'safe',
      says: [['safe', /stay as they are/]],
    },
  ],
});
