import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/rds/steps-backup-plan',
  title: 'Take the database into a backup plan',
  cures: ['aws/rds/backup-plan', 'aws/rds/aurora-backup-plan'],
  why: 'Which plan fits, how long its backups are kept and under which role they are made is for the people who answer for the data.',
  steps: [
    'Open AWS Backup, and choose the plan whose schedule and retention fit; create one if there is none.',
    'Assign the database to it by its ARN or by a tag that it has: `aws backup create-backup-selection`.',
    'Let AWS Backup serve the type of resource under Settings, "Service opt-in": Aurora needs that even where it is named.',
    'Wait for the first backup, and restore it once into a database that you delete again.',
    '`recheck` the finding.',
  ],
});
