import check from '../../../../checks/aws/s3/bucket-event-notifications.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'EventBridge', facts: { notification: { eventBridge: true, destinations: [] } } },
    {
      name: 'a queue',
      facts: { notification: { eventBridge: false, destinations: ['arn:aws:sqs:us-east-1:111122223333:q'] } },
    },
  ],
  fail: [
    {
      name: 'nobody hears',
      facts: { notification: { eventBridge: false, destinations: [] } },
      because: /no event/,
    },
  ],
});
