import remedy from '../../../../remedies/aws/guardduty/s3-protection.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    { name: 'off', current: false, after: true, facts: { guardDuty: { id: 'd1', on: true, s3: false } } },
  ],
  cannot: [{ name: 'no detector', current: null, because: /turn it on first/ }],
  consequences: [{ name: 'what it costs is not known', current: false, verdict: 'unknown' }],
});
