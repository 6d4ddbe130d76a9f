import check from '../../../../checks/aws/iam/inline-policy-admin.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'all of one service', facts: { grants: { everything: false, services: ['s3'] } } }],
  fail: [
    { name: 'everything', facts: { grants: { everything: true, services: ['*'] } }, because: /full control/ },
  ],
});
