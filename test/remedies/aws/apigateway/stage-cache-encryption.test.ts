import remedy from '../../../../remedies/aws/apigateway/stage-cache-encryption.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    { name: 'all methods', current: { '*/*': false }, after: { '*/*': true }, facts: { caches: true } },
    {
      name: 'one of two',
      current: { '*/*': true, '~1a/GET': false },
      after: { '*/*': true, '~1a/GET': true },
      facts: { caches: true },
    },
  ],
  consequences: [
    { name: 'the cache is dropped', current: { '*/*': false }, verdict: 'safe', says: [['safe', /dropped/]] },
  ],
  merges: true,
});
