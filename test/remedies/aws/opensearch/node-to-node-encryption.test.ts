import remedy from '../../../../remedies/aws/opensearch/node-to-node-encryption.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true }],
  consequences: [{ name: 'a long change', current: false, verdict: 'unknown', says: [['unknown', /6\.7/]] }],
});
