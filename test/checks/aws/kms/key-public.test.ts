import check from '../../../../checks/aws/kms/key-public.ts';
import { testCheck } from '../../../kit/test-check.ts';

const description = { managedBy: 'customer' as const, state: 'Enabled', deletedOn: null, rotatesNot: null };

testCheck(check, {
  pass: [{ name: 'nobody outside', facts: { description, openTo: null } }],
  fail: [
    {
      name: 'everyone',
      facts: { description, openTo: 'statement 1 allows kms:Decrypt to any AWS account' },
      because: /kms:Decrypt/,
    },
  ],
  notApplicable: [
    { name: "AWS's own key", facts: { description: { ...description, managedBy: 'AWS' }, openTo: null } },
  ],
});
