import check from '../../../../checks/aws/iam/inline-policy-marketplace-subscribe.ts';
import { testCheck } from '../../../kit/test-check.ts';

const some = { everything: false, services: [] };
const all = { everything: true, services: ['*'] };

testCheck(check, {
  pass: [{ name: 'nothing of the kind', facts: { grants: some, subscribesFreely: false } }],
  fail: [
    { name: 'one', facts: { grants: some, subscribesFreely: true }, because: /aws-marketplace:Subscribe/ },
  ],
  notApplicable: [
    { name: 'everything', facts: { grants: all, subscribesFreely: true }, because: /everything/ },
  ],
});
