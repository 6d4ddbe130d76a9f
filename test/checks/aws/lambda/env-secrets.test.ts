import check from '../../../../checks/aws/lambda/env-secrets.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'none', facts: { secretVariables: [] } }],
  fail: [
    { name: 'one', facts: { secretVariables: ['DB_PASSWORD'] }, because: /^DB_PASSWORD looks like a secret/ },
    {
      name: 'many',
      facts: { secretVariables: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] },
      because: /^A, B, C, D, E and 2 more look/,
    },
  ],
});
