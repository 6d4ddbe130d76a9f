import { defineRemedy, taggedForBackup } from '#src/remedy';

export default defineRemedy({
  ...taggedForBackup,
  id: 'aws/ebs/backup-plan-tag',
  title: 'Tag the volume so that a backup plan takes it in',
  cures: ['aws/ebs/backup-plan'],
  kind: 'aws.ebs.volume',
});
