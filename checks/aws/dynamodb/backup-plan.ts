import { dayOf, defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/dynamodb/backup-plan',
  title: 'Table is in a backup plan',
  severity: 'medium',
  controls: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)'],
  kind: 'aws.dynamodb.table',
  facts: ['protection'],
  evaluate: ({ protection }) => {
    const { plans, lastBackupAt } = protection;
    if (plans.length === 0)
      return fail(
        lastBackupAt
          ? `no backup plan takes it in; last backed up on ${dayOf(lastBackupAt)}`
          : 'no backup plan takes it in',
      );
    if (lastBackupAt) return passBecause(`${plans.join(', ')}; last backed up on ${dayOf(lastBackupAt)}`);
    return passBecause(`${plans.join(', ')}, which has not backed it up yet`);
  },
});
