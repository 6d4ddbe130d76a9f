import remedy from '../../../../remedies/aws/phi/resource-classify.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const at = { choice: 'PHI' };
const full = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`t${i}`, '']));

testRemedy(remedy, {
  cures: [
    { name: 'no tags at all', current: {}, at, after: { DataClassification: 'PHI' } },
    {
      name: 'other tags stay',
      current: { Team: 'care', 'aws:cloudformation:stack-name': 's' },
      at: { choice: 'Internal' },
      after: { Team: 'care', 'aws:cloudformation:stack-name': 's', DataClassification: 'Internal' },
    },
    {
      name: 'an empty value says nothing',
      current: { DataClassification: '' },
      at,
      after: { DataClassification: 'PHI' },
    },
  ],
  cannot: [
    { name: 'nobody said', current: {}, because: /only a person/ },
    { name: 'fifty tags', current: full, at, because: /50 tags/ },
  ],
  consequences: [
    { name: 'PHI', current: {}, at, verdict: 'safe', says: [['safe', /critical/]] },
    { name: 'public', current: { a: 'b' }, at: { choice: 'Public' }, verdict: 'safe', saysNot: [/critical/] },
  ],
});
