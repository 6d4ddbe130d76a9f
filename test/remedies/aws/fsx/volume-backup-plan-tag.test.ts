import remedy from '../../../../remedies/aws/fsx/volume-backup-plan-tag.ts';
import { backupTagTable } from '../../../kit/sample-backup-tags.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, backupTagTable());
