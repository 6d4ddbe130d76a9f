import { defineCheck, fail, notApplicable, pass } from '#src/check';

const outdated: readonly string[] = ['SSLv3', 'TLSv1', 'TLSv1.1'];

export default defineCheck({
  id: 'aws/cloudfront/origin-tls',
  title: 'Traffic from the edge to the origin is forced onto current TLS',
  severity: 'medium',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  kind: 'aws.cloudfront.distribution',
  facts: ['origins', 'viewers'],
  evaluate: ({ origins, viewers }) => {
    const asked = origins.flatMap(({ name, asks }) => (asks === null ? [] : [{ name, ...asks }]));
    if (asked.length === 0) return notApplicable('every origin is a bucket or inside a VPC');
    const plainViewers = viewers.some(({ policy }) => policy === 'allow-all');
    const faults = asked.flatMap(({ name, policy, tls }) => {
      if (policy === 'http-only') return [`${name} is asked over plain HTTP`];
      if (policy === 'match-viewer' && plainViewers)
        return [`${name} is asked over plain HTTP when the viewer came so`];
      const old = tls.filter((version) => outdated.includes(version));
      return old.length === 0 ? [] : [`${name} may be asked over ${old.join(', ')}`];
    });
    return faults.length === 0 ? pass : fail(faults.join('; '));
  },
});
