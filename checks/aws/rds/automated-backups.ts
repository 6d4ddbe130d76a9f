import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/automated-backups',
  title: 'Database is backed up automatically',
  severity: 'high',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(7)(i)',
    '164.308(a)(7)(ii)(A)',
    '164.308(a)(7)(ii)(B)',
    '164.308(a)(7)(ii)(C)',
    '164.312(a)(2)(ii)',
  ],
  kind: 'aws.rds.instance',
  facts: ['memberOf', 'replicaOf', 'backupRetentionDays', 'orderedBackupRetentionDays'],
  settings: { minDays: 1 },
  evaluate: ({ memberOf, replicaOf, ...told }, { settings: { minDays } }) => {
    if (memberOf !== null) return notApplicable(`cluster ${memberOf} takes the backups`);
    const { backupRetentionDays: days, orderedBackupRetentionDays: ordered } = told;
    if (days >= minDays) return pass;
    if (replicaOf !== null) return notApplicable(`it is a read replica: ${replicaOf} is what is backed up`);
    const later = ordered === days ? '' : `; ${ordered} days are ordered, and RDS has not set them yet`;
    return fail(
      days === 0 ? `automated backups are off${later}` : `backups are kept for ${days} days${later}`,
    );
  },
});
