import { defineCheck, fail, notApplicable, pass } from '#src/check';

const none: readonly string[] = [];

// `agreements`: accounts of vendors with whom an agreement is signed. `ownAccounts`: those of the same owner.
export default defineCheck({
  id: 'aws/external/account-without-baa',
  title: 'Outside account that roles trust is one with an agreement',
  severity: 'high',
  controls: ['164.308(b)(1)', '164.314(a)(2)(iii)'],
  kind: 'aws.external.account',
  facts: ['id', 'trustedBy', 'managesUs'],
  settings: { agreements: none, ownAccounts: none },
  evaluate: ({ id, trustedBy, managesUs }, { settings: { agreements, ownAccounts } }) => {
    if (managesUs) return notApplicable('the account manages the organization that this one is in');
    if (ownAccounts.includes(id)) return notApplicable('the account has the same owner');
    if (agreements.includes(id)) return pass;
    const [some, rest] = [trustedBy.slice(0, 5).join(', '), trustedBy.length - 5];
    return fail(
      `no agreement is recorded, and it may take on ${some}${rest > 0 ? ` and ${rest} more roles` : ''}`,
    );
  },
});
