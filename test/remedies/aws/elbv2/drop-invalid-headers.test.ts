import remedy from '../../../../remedies/aws/elbv2/drop-invalid-headers.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true, facts: { type: 'application' } }],
  cannot: [{ name: 'packets', current: null, because: /only an application load balancer/ }],
  consequences: [{ name: 'who sends such is not told', current: false, verdict: 'unknown' }],
});
