import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/apigateway/stage-cache-encryption',
  title: 'API stage encrypts the answers that it keeps',
  severity: 'medium',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.apigateway.stage',
  facts: ['caches', 'cacheEncryption'],
  evaluate: ({ caches, cacheEncryption }) => {
    const methods = Object.keys(cacheEncryption);
    if (!caches || methods.length === 0) return notApplicable('the stage keeps no answers');
    const plain = methods.filter((method) => !cacheEncryption[method]);
    if (plain.length === 0) return pass;
    return fail(
      plain.includes('*/*')
        ? 'the cache is not encrypted'
        : `the cache is not encrypted for ${plain.length} of ${methods.length} cached methods`,
    );
  },
});
