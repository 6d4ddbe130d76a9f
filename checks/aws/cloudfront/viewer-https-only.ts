import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/cloudfront/viewer-https-only',
  title: 'Distribution serves viewers over HTTPS only',
  severity: 'medium',
  controls: ['164.308(a)(4)(ii)(A)', '164.312(e)(1)'],
  kind: 'aws.cloudfront.distribution',
  facts: ['viewers'],
  evaluate: ({ viewers }) => {
    const plain = viewers.filter(({ policy }) => policy === 'allow-all');
    if (plain.length === 0) return pass;
    const where = plain.map(({ path }) => path ?? 'all other paths').join(', ');
    return fail(`plain HTTP is answered for ${viewers.length === 1 ? 'all paths' : where}`);
  },
});
