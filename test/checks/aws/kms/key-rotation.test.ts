import check from '../../../../checks/aws/kms/key-rotation.ts';
import { testCheck } from '../../../kit/test-check.ts';

const description = { managedBy: 'customer' as const, state: 'Enabled', deletedOn: null, rotatesNot: null };

testCheck(check, {
  pass: [
    { name: 'on, how often is not told', facts: { description, rotation: { enabled: true } } },
    { name: 'every 365 days', facts: { description, rotation: { enabled: true, everyDays: 365 } } },
    {
      name: 'every 400 days, which is allowed',
      facts: { description, rotation: { enabled: true, everyDays: 400 } },
      settings: { maxDays: 400 },
    },
  ],
  fail: [
    { name: 'off', facts: { description, rotation: { enabled: false } }, because: /off$/ },
    {
      name: 'off, and a replica',
      facts: { description: { ...description, replicaOf: 'eu-west-1' }, rotation: { enabled: false } },
      because: /off; it is set at the primary key in eu-west-1$/,
    },
    {
      name: 'every 366 days',
      facts: { description, rotation: { enabled: true, everyDays: 366 } },
      because: /every 366 days/,
    },
  ],
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
