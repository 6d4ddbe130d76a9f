import remedy from '../../../../remedies/aws/phi/found-tag.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const facts = { findings: 2 };
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 'v']));

testRemedy(remedy, {
  cures: [
    { name: 'no tags', current: {}, after: { DataClassification: 'PHI' }, facts },
    {
      name: 'other tags stay',
      current: { Owner: 'web' },
      after: { Owner: 'web', DataClassification: 'PHI' },
      facts,
    },
    {
      name: 'another classification',
      current: { DataClassification: 'Public' },
      after: { DataClassification: 'PHI' },
      facts,
    },
    { name: 'room for one', current: many(49), after: { ...many(49), DataClassification: 'PHI' }, facts },
  ],
  cannot: [{ name: 'no room', current: many(50), because: /50 tags/ }],
  consequences: [
    { name: 'no tags', current: {}, verdict: 'safe', saysNot: [/instead of/] },
    {
      name: 'what goes is named',
      current: { DataClassification: 'Public' },
      verdict: 'safe',
      says: [['safe', /says PHI instead of Public/]],
    },
  ],
});
