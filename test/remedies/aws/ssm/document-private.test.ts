import remedy from '../../../../remedies/aws/ssm/document-private.ts';
import { otherAccount, testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    { name: 'with all', current: { all: null }, after: {} },
    {
      name: 'with all and with one',
      current: { all: null, [otherAccount]: '2' },
      after: { [otherAccount]: '2' },
    },
  ],
  cannot: [{ name: 'with one', current: { [otherAccount]: null }, because: /not shared with everyone/ }],
  consequences: [
    { name: 'strangers lose it', current: { all: null }, verdict: 'unknown', saysNot: [/stays shared/] },
    {
      name: 'those who were named keep it',
      current: { all: null, [otherAccount]: null },
      verdict: 'unknown',
      says: [['safe', /stays shared with 444455556666/]],
    },
  ],
});
