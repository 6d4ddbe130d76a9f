import check from '../../../../checks/aws/iam/inline-policies.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'none', facts: { madeBy: 'customer', inlinePolicies: [] } }],
  fail: [
    {
      name: 'two',
      facts: { madeBy: 'customer', inlinePolicies: ['logs', 'queue'] },
      because: /own: logs, queue$/,
    },
  ],
  notApplicable: [
    {
      name: 'of a permission set',
      facts: { madeBy: 'IAM Identity Center', inlinePolicies: ['AwsSSOInlinePolicy'] },
      because: /Identity Center/,
    },
    { name: 'linked to a service', facts: { madeBy: 'AWS', inlinePolicies: [] }, because: /^AWS/ },
  ],
});
