import remedy from '../../../../remedies/aws/macie/enable.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    { name: 'off', current: 'off', facts: { hasBuckets: true }, after: 'on' },
    { name: 'paused', current: 'paused', facts: { hasBuckets: true }, after: 'on' },
  ],
  consequences: [
    { name: 'off', current: 'off', verdict: 'unknown', says: [['safe', /service-linked role/]] },
    { name: 'paused', current: 'paused', verdict: 'unknown', saysNot: [/service-linked role/] },
  ],
});
