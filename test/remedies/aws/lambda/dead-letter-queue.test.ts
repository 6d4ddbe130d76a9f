import remedy from '../../../../remedies/aws/lambda/dead-letter-queue.ts';
import { ownAccount, testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    {
      name: 'none is set',
      current: null,
      after: `arn:aws:sqs:us-east-1:${ownAccount}:lost`,
      settings: { targetArn: 'arn:aws:sqs:{region}:{account}:lost' },
      facts: { onFailure: null },
    },
  ],
  cannot: [{ name: 'nobody named one', current: null, because: /no queue is configured/ }],
  consequences: [
    {
      name: 'the role may not be allowed to send',
      current: null,
      settings: { targetArn: 'arn:aws:sqs:us-east-1:111122223333:lost' },
      verdict: 'unknown',
      says: [['unknown', /may send to arn:aws:sqs/]],
    },
  ],
});
