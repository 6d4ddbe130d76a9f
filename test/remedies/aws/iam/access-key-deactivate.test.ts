import remedy from '../../../../remedies/aws/iam/access-key-deactivate.ts';
import { daysAgo } from '../../../kit/test-check.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const live = (rotated: number, used: number | null) => ({
  rotatedAt: daysAgo(rotated).toISOString(),
  usedAt: used === null ? null : daysAgo(used).toISOString(),
  reportedAt: daysAgo(0).toISOString(),
});
const use = (days: number) => ({ at: daysAgo(days).toISOString(), service: 's3', region: 'eu-west-1' });

testRemedy(remedy, {
  cures: [
    { name: 'unused', current: 'Active', after: 'Inactive', facts: { live: live(91, null) } },
    { name: 'old and in use', current: 'Active', after: 'Inactive', facts: { live: live(400, 1) } },
    {
      name: 'about to reach its age limit',
      current: 'Active',
      after: 'Inactive',
      facts: { live: live(80, 1) },
    },
    {
      name: 'of somebody who left',
      current: 'Active',
      after: 'Inactive',
      facts: { live: live(1, 1), standing: 'deactivated' },
    },
  ],
  consequences: [
    { name: 'never used', current: 'Active', facts: { use: null }, verdict: 'safe' },
    {
      name: 'used on day 90',
      current: 'Active',
      facts: { use: use(90) },
      verdict: 'breaks',
      says: [['breaks', /last used on 2026-08-22, for s3 in eu-west-1/]],
    },
    { name: 'used on day 91', current: 'Active', facts: { use: use(91) }, verdict: 'unknown' },
    { name: 'not known', current: 'Active', verdict: 'unknown' },
  ],
});
