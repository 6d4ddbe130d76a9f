import remedy from '../../../../remedies/aws/iam/user-key-deactivate.ts';
import { daysAgo } from '../../../kit/test-check.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const both = { 1: 'Active', 2: 'Active' } as const;
const use = (days: number) => ({ at: daysAgo(days).toISOString(), service: 'sts', region: 'us-east-1' });
const keyUses = { 1: use(1), 2: null };

testRemedy(remedy, {
  cures: [
    {
      name: 'the first is chosen',
      current: both,
      at: { choice: '1' },
      after: { 1: 'Inactive', 2: 'Active' },
      facts: { activeKeys: 2 },
    },
    {
      name: 'the second is chosen',
      current: both,
      at: { choice: '2' },
      after: { 1: 'Active', 2: 'Inactive' },
      facts: { activeKeys: 2 },
    },
  ],
  cannot: [
    { name: 'nobody chose', current: both, because: /choose/ },
    {
      name: 'that one is inactive',
      current: { 1: 'Inactive', 2: 'Active' },
      at: { choice: '1' },
      because: /key 1/,
    },
    { name: 'there is no second', current: { 1: 'Active' }, at: { choice: '2' }, because: /key 2/ },
  ],
  consequences: [
    {
      name: 'the one in use',
      current: both,
      at: { choice: '1' },
      facts: { keyUses },
      verdict: 'breaks',
      says: [
        ['breaks', /key 1 was last used on 2026-11-19, for sts/],
        ['safe', /key 2 was ever used; it stays/],
      ],
    },
    { name: 'the one that is not', current: both, at: { choice: '2' }, facts: { keyUses }, verdict: 'safe' },
    {
      name: 'long ago',
      current: both,
      at: { choice: '1' },
      facts: { keyUses: { 1: use(91), 2: null } },
      verdict: 'unknown',
    },
  ],
});
