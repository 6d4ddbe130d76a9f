import { defineCheck, eligibleAlone, phiSettings } from '#src/check';

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
  evaluate: ({ billedServices, tagValues }, at) => eligibleAlone(billedServices, tagValues, at),
});
