import remedy from '../../../../remedies/aws/backup/recovery-point-retention.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const facts = { state: 'COMPLETED', of: 'DynamoDB table/records' };

testRemedy(remedy, {
  cures: [
    {
      name: '34 days',
      current: { deleteAfterDays: 34, moveToColdStorageAfterDays: null },
      after: { deleteAfterDays: 35, moveToColdStorageAfterDays: null },
      facts,
    },
  ],
  consequences: [
    {
      name: 'what a locked vault allows is not known',
      current: { deleteAfterDays: 34, moveToColdStorageAfterDays: null },
      verdict: 'unknown',
    },
  ],
});
