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
  cannot: [
    {
      name: 'a continuous backup',
      current: { deleteAfterDays: 7, moveToColdStorageAfterDays: null },
      at: {
        subject: { id: 'arn:aws:backup:us-east-1:1:recovery-point:continuous:one', region: 'us-east-1' },
      },
      because: /change the rule/,
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
