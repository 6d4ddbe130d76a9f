import { agreementWith, defineCheck, fail, firstOf, notApplicable, pass } from '#src/check';

const none: readonly string[] = [];

// `agreements`: accounts of vendors with whom one is signed, as `123456789012` or `123456789012 until 2027-01-31`. `ownAccounts`: those of the same owner.
export default defineCheck({
  id: 'aws/external/account-without-baa',
  title: 'Outside account that roles trust is one with an agreement',
  severity: 'high',
  controls: ['164.308(b)(1)', '164.314(a)(2)(iii)'],
  kind: 'aws.external.account',
  facts: ['id', 'trustedBy', 'managesUs'],
  settings: { agreements: none, ownAccounts: none },
  evaluate: ({ id, trustedBy, managesUs }, { now, settings: { agreements, ownAccounts } }) => {
    if (managesUs) return notApplicable('the account manages the organization that this one is in');
    if (ownAccounts.includes(id)) return notApplicable('the account has the same owner');
    const agreement = agreementWith(agreements, id, now);
    if (agreement === 'holds') return pass;
    const roles = `it may take on ${firstOf(trustedBy)}`;
    return agreement === 'none'
      ? fail(`no agreement is recorded, and ${roles}`)
      : fail(`the agreement ended on ${agreement.until}, and ${roles}`);
  },
});
