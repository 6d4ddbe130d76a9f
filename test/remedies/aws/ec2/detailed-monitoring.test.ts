import remedy from '../../../../remedies/aws/ec2/detailed-monitoring.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true }],
  consequences: [{ name: 'it costs something', current: false, verdict: 'safe', says: [['safe', /charge/]] }],
});
