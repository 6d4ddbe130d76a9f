import check from '../../../../checks/aws/lambda/public-policy.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'nobody outside', facts: { openTo: null } }],
  fail: [
    {
      name: 'everyone',
      facts: { openTo: 'statement 1 allows lambda:InvokeFunction to everyone' },
      because: /lambda:InvokeFunction to everyone/,
    },
  ],
});
