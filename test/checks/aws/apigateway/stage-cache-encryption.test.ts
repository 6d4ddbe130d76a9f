import check from '../../../../checks/aws/apigateway/stage-cache-encryption.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'encrypted', facts: { caches: true, cacheEncryption: { '*/*': true } } }],
  fail: [
    {
      name: 'plain',
      facts: { caches: true, cacheEncryption: { '*/*': false } },
      because: /cache is not encrypted$/,
    },
    {
      name: 'plain for one method',
      facts: { caches: true, cacheEncryption: { '~1a/GET': true, '~1b/GET': false } },
      because: /1 of 2 cached methods/,
    },
  ],
  notApplicable: [
    { name: 'no cache', facts: { caches: false, cacheEncryption: { '*/*': false } } },
    { name: 'a cache that nothing uses', facts: { caches: true, cacheEncryption: {} } },
  ],
});
