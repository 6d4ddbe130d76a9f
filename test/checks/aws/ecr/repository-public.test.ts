import check from '../../../../checks/aws/ecr/repository-public.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'nobody outside', facts: { openTo: null } }],
  fail: [
    {
      name: 'everyone',
      facts: { openTo: 'statement 1 allows ecr:BatchGetImage to everyone' },
      because: /ecr:BatchGetImage to everyone/,
    },
  ],
});
