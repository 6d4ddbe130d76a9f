import { defineCheck, fail, notApplicable, pass, passBecause } from '#src/check';

const none: readonly string[] = [];

// `trustedAccounts`: those of the same owner, between which an external id protects nothing.
export default defineCheck({
  id: 'aws/iam/role-open-trust',
  title: 'Role is taken on from outside under conditions only',
  severity: 'critical',
  controls: ['164.312(a)(1)', '164.312(d)'],
  kind: 'aws.iam.role',
  facts: ['madeBy', 'trust', 'outsiders'],
  settings: { trustedAccounts: none },
  evaluate: ({ madeBy, trust, outsiders }, { settings }) => {
    if (madeBy === 'AWS') return notApplicable('AWS made this role for one of its services');
    if (trust.open !== null) return fail(trust.open);
    const foreign = outsiders.filter(({ account }) => !settings.trustedAccounts.includes(account));
    const free = foreign.filter(({ conditional }) => !conditional);
    const [first] = free;
    if (first)
      return fail(
        `${first.statement} lets account ${free.map(({ account }) => account).join(', ')} take the role on and asks nothing more, such as an external id`,
      );
    if (foreign.length === 0) return pass;
    return passBecause(`${foreign.map(({ account }) => account).join(', ')} must meet a condition`);
  },
});
