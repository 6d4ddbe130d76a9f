import check from '../../../../checks/aws/iam/inline-policy-broad-kms.ts';
import { testCheck } from '../../../kit/test-check.ts';

const some = { everything: false, services: [] };
const all = { everything: true, services: ['*'] };

testCheck(check, {
  pass: [{ name: 'nothing of the kind', facts: { grants: some, anyKeyActions: [] } }],
  fail: [
    {
      name: 'one',
      facts: { grants: some, anyKeyActions: ['kms:Decrypt'] },
      because: /kms:Decrypt with every key/,
    },
    {
      name: 'two',
      facts: { grants: some, anyKeyActions: ['kms:Decrypt', 'kms:ReEncryptFrom'] },
      because: /kms:Decrypt and kms:ReEncryptFrom/,
    },
  ],
  notApplicable: [
    { name: 'everything', facts: { grants: all, anyKeyActions: ['kms:Decrypt'] }, because: /everything/ },
  ],
});
