import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/aurora-backup-plan',
  title: 'Database cluster is in a backup plan',
  severity: 'medium',
  controls: [
    '164.308(a)(7)(i)',
    '164.308(a)(7)(ii)(A)',
    '164.308(a)(7)(ii)(B)',
    '164.308(a)(7)(ii)(C)',
    '164.310(d)(2)(iv)',
    '164.312(a)(2)(ii)',
  ],
  kind: 'aws.rds.cluster',
  facts: ['protection'],
  evaluate: ({ protection }) =>
    protection.plans.length > 0 ? pass : fail('no backup plan of AWS Backup takes it in'),
});
