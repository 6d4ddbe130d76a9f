import remedy from '../../../../remedies/aws/vpc/default-sg-closed.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const current = {
  ingress: { '-1 all from 111122223333/sg-1': '' },
  egress: { '-1 all from 0.0.0.0/0': 'as AWS makes it' },
};
const facts = { isDefault: true, usedBy: 0 };

testRemedy(remedy, {
  cures: [
    { name: 'as AWS makes it', current, after: { ingress: {}, egress: {} }, facts },
    {
      name: 'outwards only',
      current: { ...current, ingress: {} },
      after: { ingress: {}, egress: {} },
      facts: { ...facts, usedBy: 3 },
    },
  ],
  cannot: [{ name: 'it is empty', current: { ingress: {}, egress: {} }, because: /no rule/ }],
  consequences: [
    {
      name: 'nothing has it now',
      current,
      facts,
      verdict: 'unknown',
      says: [
        ['safe', /^rules that go: 2/],
        ['unknown', /started without naming/],
      ],
    },
    {
      name: 'hosts have it',
      current,
      facts: { ...facts, usedBy: 3 },
      verdict: 'breaks',
      says: [['breaks', /use the group: 3/]],
    },
    { name: 'who has it is not known', current, facts: { isDefault: true }, verdict: 'unknown' },
  ],
});
