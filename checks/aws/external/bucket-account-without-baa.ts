import { agreementWith, defineCheck, fail, notApplicable, pass } from '#src/check';

const none: readonly string[] = [];

// `agreements`: accounts of vendors with whom one is signed, as `123456789012` or `123456789012 until 2027-01-31`. `ownAccounts`: those of the same owner.
export default defineCheck({
  id: 'aws/external/bucket-account-without-baa',
  title: 'Outside accounts that the bucket policy lets in are ones with an agreement',
  severity: 'high',
  controls: ['164.308(b)(1)', '164.314(a)(2)(iii)'],
  control: 'external-account-without-baa',
  kind: 'aws.s3.bucket',
  facts: ['foreignAccounts'],
  settings: { agreements: none, ownAccounts: none },
  evaluate: ({ foreignAccounts }, { now, settings: { agreements, ownAccounts } }) => {
    const foreign = foreignAccounts.filter((account) => !ownAccounts.includes(account));
    if (foreign.length === 0) return notApplicable('the bucket policy names no outside account');
    const without = foreign.filter((account) => agreementWith(agreements, account, now) !== 'holds');
    return without.length === 0
      ? pass
      : fail(`lets in ${without.join(', ')}, for which no agreement is recorded that holds today`);
  },
});
