import check from '../../../../checks/aws/kms/key-pending-deletion.ts';
import { testCheck } from '../../../kit/test-check.ts';

const description = { managedBy: 'customer' as const, state: 'Enabled', deletedOn: null, rotatesNot: null };

testCheck(check, {
  pass: [
    { name: 'in use', facts: { description } },
    { name: 'disabled', facts: { description: { ...description, state: 'Disabled' } } },
  ],
  fail: [
    {
      name: 'a date is set',
      facts: {
        description: { ...description, state: 'PendingDeletion', deletedOn: '2026-12-20T00:00:00.000Z' },
      },
      because: /2026-12-20/,
    },
    {
      name: 'a primary that waits for its replicas',
      facts: { description: { ...description, state: 'PendingReplicaDeletion' } },
      because: /queued/,
    },
  ],
  notApplicable: [{ name: "AWS's own key", facts: { description: { ...description, managedBy: 'AWS' } } }],
});
