import check from '../../../../checks/aws/rds/cluster-iam-authentication.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { iamAuthentication: true, orderedIamAuthentication: true } }],
  fail: [
    {
      name: 'off',
      facts: { iamAuthentication: false, orderedIamAuthentication: false },
      because: /password alone/,
    },
    {
      name: 'off, and ordered',
      facts: { iamAuthentication: false, orderedIamAuthentication: true },
      because: /not turned it on yet/,
    },
  ],
});
