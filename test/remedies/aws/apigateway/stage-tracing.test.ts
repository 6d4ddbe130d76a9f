import remedy from '../../../../remedies/aws/apigateway/stage-tracing.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true }],
  consequences: [{ name: 'nothing breaks', current: false, verdict: 'safe', says: [['safe', /as before/]] }],
  merges: true,
});
