import check from '../../../../checks/aws/sqs/queue-public.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'nobody outside', facts: { openTo: null } }],
  fail: [
    {
      name: 'everyone',
      facts: { openTo: 'statement 1 allows SQS:SendMessage to everyone' },
      because: /SQS:SendMessage to everyone/,
    },
  ],
});
