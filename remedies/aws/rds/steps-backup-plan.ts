import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/rds/steps-backup-plan',
  title: 'Take the database into a backup plan',
  cures: ['aws/rds/backup-plan', 'aws/rds/aurora-backup-plan'],
  why: 'A selection of a plan hands AWS Backup a role, which is never given from here; and where plans go by several tags, or by none, people choose the plan: it tells how long the data is kept.',
  steps: [
    'Open AWS Backup, and choose the plan whose schedule and retention fit; create one if there is none.',
    'If the plan goes by tags, write the tag as `tag` of the remedies backup-plan-tag and aurora-backup-plan-tag in the configuration, or tag the database; or name it: `aws backup create-backup-selection`.',
    'Let AWS Backup serve the type of resource under Settings, "Service opt-in": Aurora needs that even where it is named.',
    'Wait for the first backup, and restore it once into a database that you delete again.',
    '`recheck` the finding.',
  ],
});
