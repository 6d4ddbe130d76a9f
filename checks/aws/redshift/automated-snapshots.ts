import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/redshift/automated-snapshots',
  title: 'Warehouse takes automatic snapshots and keeps them long enough',
  severity: 'medium',
  controls: [
    '164.308(a)(4)(ii)(A)',
    '164.308(a)(7)(i)',
    '164.308(a)(7)(ii)(A)',
    '164.308(a)(7)(ii)(B)',
    '164.308(a)(7)(ii)(C)',
    '164.312(a)(2)(ii)',
  ],
  kind: 'aws.redshift.cluster',
  facts: ['snapshotDays'],
  settings: { minDays: 7 },
  evaluate: ({ snapshotDays }, { settings: { minDays } }) => {
    if (snapshotDays === 0) return fail('no automatic snapshots are taken');
    return snapshotDays >= minDays
      ? pass
      : fail(`automatic snapshots are kept ${snapshotDays} days, and ${minDays} are asked for`);
  },
});
