import check from '../../../../checks/aws/backup/recovery-point-min-retention.ts';
import { testCheck } from '../../../kit/test-check.ts';

const point = { state: 'COMPLETED', of: 'DynamoDB table/records' };

const lifecycle = { deleteAfterDays: 35, moveToColdStorageAfterDays: null };

testCheck(check, {
  pass: [
    { name: '35 days', facts: { ...point, lifecycle } },
    { name: 'for ever', facts: { ...point, lifecycle: { ...lifecycle, deleteAfterDays: null } } },
    {
      name: '34 days, which are allowed',
      facts: { ...point, lifecycle: { ...lifecycle, deleteAfterDays: 34 } },
      settings: { minRetentionDays: 34 },
    },
  ],
  fail: [
    {
      name: '34 days',
      facts: { ...point, lifecycle: { ...lifecycle, deleteAfterDays: 34 } },
      because: /after 34 days/,
    },
  ],
  notApplicable: [
    {
      name: 'on its way out',
      facts: { ...point, state: 'EXPIRED', lifecycle: { ...lifecycle, deleteAfterDays: 1 } },
    },
  ],
});
