import check from '../../../../checks/aws/ebs/snapshot-account-block.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'all', facts: { snapshotBlock: { state: 'block-all-sharing', managedBy: 'account' } } }],
  fail: [
    {
      name: 'off',
      facts: { snapshotBlock: { state: 'unblocked', managedBy: 'account' } },
      because: /is not blocked/,
    },
    {
      name: 'new sharing alone',
      facts: { snapshotBlock: { state: 'block-new-sharing', managedBy: 'account' } },
      because: /only new/,
    },
  ],
});
