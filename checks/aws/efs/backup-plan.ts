import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/efs/backup-plan',
  title: 'Shared file system is backed up',
  severity: 'medium',
  controls: [
    '164.308(a)(7)(i)',
    '164.308(a)(7)(ii)(A)',
    '164.308(a)(7)(ii)(B)',
    '164.308(a)(7)(ii)(C)',
    '164.312(a)(2)(ii)',
  ],
  kind: 'aws.efs.fileSystem',
  facts: ['automaticBackups', 'protection'],
  evaluate: ({ automaticBackups, protection }) => {
    if (automaticBackups) return passBecause('automatic backups are on');
    const { plans } = protection;
    return plans.length > 0
      ? passBecause(plans.join(', '))
      : fail('automatic backups are off, and no backup plan takes it in');
  },
});
