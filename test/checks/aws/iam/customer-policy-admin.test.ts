import check from '../../../../checks/aws/iam/customer-policy-admin.ts';
import { testCheck } from '../../../kit/test-check.ts';

const grants = { everything: false, services: [] };

testCheck(check, {
  pass: [{ name: 'less', facts: { attachments: 1, grants } }],
  fail: [
    {
      name: 'everything',
      facts: { attachments: 2, grants: { everything: true, services: ['*'] } },
      because: /attached to 2 identities$/,
    },
  ],
  notApplicable: [
    {
      name: 'held by nobody',
      facts: { attachments: 0, grants: { everything: true, services: ['*'] } },
      because: /nobody/,
    },
  ],
});
