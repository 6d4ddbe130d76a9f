import { defineCheck, fail, notApplicable, pass } from '#src/check';

const none: readonly string[] = [];

// `agreements`: accounts of vendors with whom an agreement is signed. `ownAccounts`: those of the same owner.
export default defineCheck({
  id: 'aws/external/bucket-account-without-baa',
  title: 'Outside accounts that the bucket policy lets in are ones with an agreement',
  severity: 'high',
  controls: ['164.308(b)(1)', '164.314(a)(2)(iii)'],
  control: 'external-account-without-baa',
  kind: 'aws.s3.bucket',
  facts: ['foreignAccounts'],
  settings: { agreements: none, ownAccounts: none },
  evaluate: ({ foreignAccounts }, { settings: { agreements, ownAccounts } }) => {
    const foreign = foreignAccounts.filter((account) => !ownAccounts.includes(account));
    if (foreign.length === 0) return notApplicable('the bucket policy names no outside account');
    const without = foreign.filter((account) => !agreements.includes(account));
    return without.length === 0
      ? pass
      : fail(`lets in ${without.join(', ')}, for which no agreement is recorded`);
  },
});
