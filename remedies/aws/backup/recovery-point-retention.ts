import { defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/backup/recovery-point-retention',
  title: 'Keep the recovery point longer',
  cures: ['aws/backup/recovery-point-min-retention'],
  kind: 'aws.backup.recoveryPoint',
  fact: 'lifecycle',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'a recovery point whose first time has passed meanwhile is deleted soon after it is set back',
  },
  settings: { minRetentionDays: 35 },
  desired: (current, { settings: { minRetentionDays } }) =>
    to({
      ...current,
      deleteAfterDays:
        current.deleteAfterDays === null ? null : Math.max(current.deleteAfterDays, minRetentionDays),
    }),
  consequences: () => [
    harmless('its storage is paid for longer'),
    uncertain('AWS Backup refuses it for continuous backups, and beyond what a locked vault allows'),
  ],
});
