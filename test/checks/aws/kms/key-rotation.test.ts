import check from '../../../../checks/aws/kms/key-rotation.ts';
import { testCheck } from '../../../kit/test-check.ts';

const description = { managedBy: 'customer' as const, state: 'Enabled', deletedOn: null, rotatesNot: null };

testCheck(check, {
  pass: [{ name: 'on', facts: { description, rotation: { enabled: true } } }],
  fail: [{ name: 'off', facts: { description, rotation: { enabled: false } }, because: /off/ }],
  notApplicable: [
    {
      name: "AWS's own key",
      facts: { description: { ...description, managedBy: 'AWS' }, rotation: null },
      because: /AWS manages/,
    },
    {
      name: 'a signing key',
      facts: {
        description: { ...description, rotatesNot: 'a key of type RSA_2048 cannot rotate by itself' },
        rotation: null,
      },
      because: /RSA_2048/,
    },
  ],
});
