import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/cloudfront/s3-origin-access-control',
  title: 'Bucket origins know the distribution by its signature',
  severity: 'high',
  controls: ['164.312(a)(1)'],
  kind: 'aws.cloudfront.distribution',
  facts: ['origins'],
  evaluate: ({ origins }) => {
    const buckets = origins.filter(({ bucket }) => bucket !== null);
    if (buckets.length === 0) return notApplicable('the distribution serves from no bucket');
    const unsigned = buckets.filter(({ signs }) => signs === 'website' || signs === 'nothing');
    if (unsigned.length === 0) return pass;
    const named = unsigned.map(({ bucket, signs }) =>
      signs === 'website' ? `${bucket} over its public website address` : `${bucket} without signing`,
    );
    return fail(`the distribution reads ${named.join(', ')}, as a stranger would`);
  },
});
