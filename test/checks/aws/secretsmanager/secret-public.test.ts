import check from '../../../../checks/aws/secretsmanager/secret-public.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'nobody outside', facts: { openTo: null } }],
  fail: [
    {
      name: 'everyone',
      facts: { openTo: 'statement 1 allows secretsmanager:GetSecretValue to everyone' },
      because: /secretsmanager:GetSecretValue to everyone/,
    },
  ],
});
