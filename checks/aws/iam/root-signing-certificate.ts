import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/root-signing-certificate',
  title: 'Root identity has no active signing certificate',
  severity: 'low',
  controls: ['164.312(d)'],
  kind: 'aws.account',
  facts: ['rootSigningCertificates'],
  evaluate: ({ rootSigningCertificates: active }) =>
    active === 0
      ? pass
      : fail(
          `the root identity has ${active === 1 ? 'an active signing certificate' : `${active} active signing certificates`}`,
        ),
});
