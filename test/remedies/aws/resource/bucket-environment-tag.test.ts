import remedy from '../../../../remedies/aws/resource/bucket-environment-tag.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const at = { choice: 'production' };

testRemedy(remedy, {
  cures: [
    { name: 'no tags at all', current: {}, at, after: { Environment: 'production' } },
    {
      name: 'those that AWS set stay',
      current: { 'aws:cloudformation:stack-name': 's' },
      at: { choice: 'test' },
      after: { 'aws:cloudformation:stack-name': 's', Environment: 'test' },
    },
  ],
  cannot: [{ name: 'nobody said', current: {}, because: /only a person/ }],
  consequences: [{ name: 'nothing breaks', current: {}, at, verdict: 'safe' }],
});
