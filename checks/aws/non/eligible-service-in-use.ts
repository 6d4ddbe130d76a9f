import { defineCheck, eligibleAlone, phiSettings } from '#src/check';

const none: readonly string[] = [];

// `phiAccounts`: ids of accounts that hold PHI though no tag says so.
export default defineCheck({
  id: 'aws/non/eligible-service-in-use',
  title: "Account with PHI has tagged resources of services on AWS's HIPAA list only",
  severity: 'high',
  controls: ['164.308(a)(1)(ii)(A)', '164.308(b)(1)'],
  kind: 'aws.account',
  facts: ['taggedServices', 'tagValues'],
  settings: { ...phiSettings, phiAccounts: none },
  evaluate: ({ taggedServices, tagValues }, at) => eligibleAlone(taggedServices, tagValues, at),
});
