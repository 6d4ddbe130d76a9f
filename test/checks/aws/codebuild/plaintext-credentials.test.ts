import check from '../../../../checks/aws/codebuild/plaintext-credentials.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'none', facts: { plaintextKeys: [] } }],
  fail: [
    {
      name: 'a key and its secret',
      facts: { plaintextKeys: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] },
      because: /AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY/,
    },
  ],
});
