import remedy from '../../../../remedies/aws/securityhub/enable.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true }],
  consequences: [{ name: 'what it costs is not known', current: false, verdict: 'unknown' }],
});
