import check from '../../../../checks/aws/iam/managed-policy-broad-kms.ts';
import { testCheck } from '../../../kit/test-check.ts';

const some = { everything: false, services: [] };
const all = { everything: true, services: ['*'] };

testCheck(check, {
  pass: [{ name: 'nothing of the kind', facts: { attachments: 1, grants: some, anyKeyActions: [] } }],
  fail: [
    {
      name: 'one',
      facts: { attachments: 1, grants: some, anyKeyActions: ['kms:Decrypt'] },
      because: /kms:Decrypt with every key/,
    },
    {
      name: 'two',
      facts: { attachments: 1, grants: some, anyKeyActions: ['kms:Decrypt', 'kms:ReEncryptFrom'] },
      because: /kms:Decrypt and kms:ReEncryptFrom/,
    },
  ],
  notApplicable: [
    {
      name: 'everything',
      facts: { attachments: 1, grants: all, anyKeyActions: ['kms:Decrypt'] },
      because: /everything/,
    },
    {
      name: 'held by nobody',
      facts: { attachments: 0, grants: some, anyKeyActions: ['kms:Decrypt'] },
      because: /nobody/,
    },
  ],
});
