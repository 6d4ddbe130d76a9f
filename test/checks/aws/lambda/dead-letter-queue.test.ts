import check from '../../../../checks/aws/lambda/dead-letter-queue.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'a queue',
      facts: { deadLetterTarget: 'arn:aws:sqs:us-east-1:111122223333:lost', onFailure: null },
    },
    {
      name: 'a destination',
      facts: { deadLetterTarget: null, onFailure: 'arn:aws:sns:us-east-1:111122223333:lost' },
    },
  ],
  fail: [{ name: 'neither', facts: { deadLetterTarget: null, onFailure: null }, because: /neither/ }],
});
