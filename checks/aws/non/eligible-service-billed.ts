import { daysSince, defineCheck, fail, notApplicable, passBecause, phiSettings, phiTag } from '#src/check';

const none: readonly string[] = [];

// `phiAccounts`: ids of accounts that hold PHI though no tag says so.
export default defineCheck({
  id: 'aws/non/eligible-service-billed',
  title: "Account with PHI is billed for services on AWS's HIPAA list only",
  severity: 'high',
  controls: ['164.308(a)(1)(ii)(A)', '164.308(b)(1)'],
  control: 'non-eligible-service-in-use',
  optIn: 'cost-explorer',
  kind: 'aws.account',
  facts: ['billedServices', 'tagValues'],
  settings: { ...phiSettings, phiAccounts: none },
  evaluate: ({ billedServices: services, tagValues }, { account, now, settings }) => {
    const rule = { keys: settings.phiKeys, values: settings.phiValues };
    const holdsPhi =
      settings.phiAccounts.includes(account) ||
      Object.entries(tagValues).some(([key, values]) =>
        values.some((value) => phiTag({ [key]: value }, rule) !== null),
      );
    if (!holdsPhi) return notApplicable('nothing in the account is tagged as PHI');
    const { eligible, unlisted, unsure, asOf } = services;
    const list = `AWS's list of ${asOf}, ${daysSince(asOf, now)} days old`;
    if (unlisted.length === 0) return passBecause(`${eligible.length} services, all on ${list}`);
    const more = unsure.length === 0 ? '' : `; whether ${unsure.join(', ')} is cannot be told`;
    return fail(`${unlisted.join(', ')} not on ${list}${more}`);
  },
});
