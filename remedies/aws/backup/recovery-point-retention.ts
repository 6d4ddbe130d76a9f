import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

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
  desired(current, { settings: { minRetentionDays }, subject }) {
    const { deleteAfterDays: days } = current;
    if (subject.id.includes(':recovery-point:continuous:'))
      return cannot('AWS Backup keeps a continuous backup as long as its plan says: change the rule there');
    return to({ ...current, deleteAfterDays: days === null ? null : Math.max(days, minRetentionDays) });
  },
  consequences: () => [
    harmless('its storage is paid for longer'),
    uncertain('AWS Backup refuses more than a locked vault allows'),
  ],
});
