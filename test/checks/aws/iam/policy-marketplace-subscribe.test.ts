import check from '../../../../checks/aws/iam/policy-marketplace-subscribe.ts';
import { testCheck } from '../../../kit/test-check.ts';

const some = { everything: false, services: [] };
const all = { everything: true, services: ['*'] };

testCheck(check, {
  pass: [{ name: 'nothing of the kind', facts: { attachments: 1, grants: some, subscribesFreely: false } }],
  fail: [
    {
      name: 'one',
      facts: { attachments: 1, grants: some, subscribesFreely: true },
      because: /aws-marketplace:Subscribe/,
    },
  ],
  notApplicable: [
    {
      name: 'everything',
      facts: { attachments: 1, grants: all, subscribesFreely: true },
      because: /everything/,
    },
    {
      name: 'held by nobody',
      facts: { attachments: 0, grants: some, subscribesFreely: true },
      because: /nobody/,
    },
  ],
});
