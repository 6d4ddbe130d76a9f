import remedy from '../../../../remedies/aws/ebs/backup-plan-tag.ts';
import { backupTagTable } from '../../../kit/sample-backup-tags.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

/** One that stands alone: what its instances are in would be asked. */
const subject = {
  id: 'arn:aws:ec2:us-east-1:111122223333:volume/vol-1',
  region: 'us-east-1',
  attachedTo: [],
};

testRemedy(remedy, backupTagTable({ subject }));
