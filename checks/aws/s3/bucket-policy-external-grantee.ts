import { defineCheck, fail, pass } from '#src/check';

const none: readonly string[] = [];

export default defineCheck({
  id: 'aws/s3/bucket-policy-external-grantee',
  title: 'The bucket policy names only approved principals',
  severity: 'high',
  controls: [
    '164.308(a)(3)(i)',
    '164.308(a)(3)(ii)(A)',
    '164.308(a)(3)(ii)(B)',
    '164.308(a)(4)(i)',
    '164.308(a)(4)(ii)(A)',
    '164.308(a)(4)(ii)(B)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
  ],
  kind: 'aws.s3.bucket',
  facts: ['crossAccountGrants', 'publicPolicy'],
  settings: { approvedPrincipals: none },
  evaluate: ({ crossAccountGrants, publicPolicy }, { settings }) => {
    if (publicPolicy.public) return fail(`admits everyone: ${publicPolicy.because}`);
    const foreign = crossAccountGrants
      .filter(({ kind, ofAws }) => kind !== 'service' && !ofAws)
      .filter(({ principal }) => !settings.approvedPrincipals.includes(principal));
    if (foreign.length === 0) return pass;
    return fail(
      `names ${foreign.map(({ principal, statement }) => `${principal} (${statement})`).join(', ')}`,
    );
  },
});
