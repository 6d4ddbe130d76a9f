import remedy from '../../../../remedies/aws/lambda/reserved-concurrency.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'none is set', current: null, after: 20, settings: { mostAtOnce: 20 } }],
  cannot: [{ name: 'nobody said how many', current: null, because: /no bound is configured/ }],
  consequences: [
    {
      name: 'calls beyond it',
      current: null,
      settings: { mostAtOnce: 20 },
      verdict: 'breaks',
      says: [
        ['breaks', /beyond 20 at once/],
        ['unknown', /keeps at least 100 free/],
      ],
    },
  ],
});
