import check from '../../../../checks/aws/sns/topic-public.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'nobody outside', facts: { openTo: null } }],
  fail: [
    {
      name: 'everyone',
      facts: { openTo: 'statement 1 allows SNS:Publish to everyone' },
      because: /SNS:Publish to everyone/,
    },
  ],
});
