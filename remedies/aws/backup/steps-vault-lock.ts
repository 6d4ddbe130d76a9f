import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/backup/steps-vault-lock',
  title: 'Lock the vault against deletion',
  cures: ['aws/backup/vault-lock'],
  why: 'A lock in compliance mode can never be taken off again once its grace time has passed, not by AWS either, and a wrong one keeps or refuses backups for years: people decide on it.',
  steps: [
    'Agree with whoever owns the records on the shortest and the longest time that backups are kept.',
    'See that every rule that uses the vault keeps within those times: AWS Backup refuses the others.',
    'Begin in governance mode, which those with the rights can take off: `aws backup put-backup-vault-lock-configuration --backup-vault-name NAME --min-retention-days LEAST --max-retention-days MOST`.',
    'When it has proved itself, decide whether to lock it for good with `--changeable-for-days 30`: until that day it can still be taken off.',
    '`recheck` the finding.',
  ],
});
