import check from '../../../../checks/aws/iam/policy-service-wildcard.ts';
import { testCheck } from '../../../kit/test-check.ts';

const grants = { everything: false, services: [] };

testCheck(check, {
  pass: [{ name: 'named actions', facts: { attachments: 1, grants } }],
  fail: [
    {
      name: 's3:*',
      facts: { attachments: 1, grants: { everything: false, services: ['s3', 'kms'] } },
      because: /s3, kms/,
    },
  ],
  notApplicable: [
    { name: 'held by nobody', facts: { attachments: 0, grants } },
    {
      name: 'everything',
      facts: { attachments: 1, grants: { everything: true, services: ['*'] } },
      because: /of its own/,
    },
  ],
});
