import { defineRemedy, taggedForBackup } from '#src/remedy';

export default defineRemedy({
  ...taggedForBackup,
  id: 'aws/fsx/volume-backup-plan-tag',
  title: 'Tag the volume so that a backup plan takes it in',
  cures: ['aws/fsx/volume-backup-plan'],
  kind: 'aws.fsx.volume',
});
