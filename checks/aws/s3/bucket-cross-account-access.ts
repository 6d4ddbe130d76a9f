import { defineCheck, fail, pass } from '#src/check';

const none: readonly string[] = [];

export default defineCheck({
  id: 'aws/s3/bucket-cross-account-access',
  title: 'The bucket policy admits only approved AWS accounts',
  severity: 'high',
  controls: ['164.308(a)(4)(ii)(B)', '164.308(b)(1)'],
  kind: 'aws.s3.bucket',
  facts: ['crossAccountGrants', 'publicPolicy'],
  settings: { approvedAccounts: none, approvedPrincipals: none },
  evaluate: ({ crossAccountGrants, publicPolicy }, { settings }) => {
    if (publicPolicy.public) return fail(`admits everyone, so every account: ${publicPolicy.because}`);
    const approved = [...settings.approvedAccounts, ...settings.approvedPrincipals];
    const foreign = crossAccountGrants
      // A unique id or CloudFront's own identity is no account; the check of grantees names it.
      .filter(({ kind, ofAws }) => kind !== 'service' && kind !== 'uniqueId' && !ofAws)
      .filter(({ principal, account }) => !approved.includes(principal) && !approved.includes(account ?? ''));
    if (foreign.length === 0) return pass;
    const byStatement = Map.groupBy(foreign, ({ statement }) => statement);
    const said = [...byStatement].map(([statement, grants]) => {
      const whom = new Set(grants.map(({ account, principal }) => account ?? principal));
      return `${statement} admits ${[...whom].join(', ')}`;
    });
    return fail(said.join('; '));
  },
});
