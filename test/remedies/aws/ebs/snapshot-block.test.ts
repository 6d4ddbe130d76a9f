import remedy from '../../../../remedies/aws/ebs/snapshot-block.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const own = (state: string) => ({ state, managedBy: 'account' });
const ids = (count: number) => Array.from({ length: count }, (_, at) => `s${at}`);

testRemedy(remedy, {
  cures: [
    { name: 'off', current: own('unblocked'), after: own('block-all-sharing') },
    { name: 'new sharing alone', current: own('block-new-sharing'), after: own('block-all-sharing') },
  ],
  cannot: [
    {
      name: 'the organisation sets it',
      current: { state: 'unblocked', managedBy: 'declarative-policy' },
      because: /organisation/,
    },
  ],
  consequences: [
    {
      name: 'nothing is shared',
      current: own('unblocked'),
      facts: { snapshotsSharedWithAll: [] },
      verdict: 'safe',
    },
    {
      name: 'two are shared',
      current: own('unblocked'),
      facts: { snapshotsSharedWithAll: ['snap-1', 'snap-2'] },
      verdict: 'unknown',
      says: [['unknown', /snap-1, snap-2; whether/]],
    },
    {
      name: 'ten are shared',
      current: own('unblocked'),
      facts: { snapshotsSharedWithAll: ids(10) },
      verdict: 'unknown',
      says: [['unknown', /s9; whether/]],
    },
    {
      name: 'eleven are shared',
      current: own('unblocked'),
      facts: { snapshotsSharedWithAll: ids(11) },
      verdict: 'unknown',
      says: [['unknown', /s9 and 1 more; whether/]],
    },
    {
      name: 'they could not be read',
      current: own('unblocked'),
      verdict: 'unknown',
      says: [['unknown', /cannot be told/]],
    },
  ],
});
