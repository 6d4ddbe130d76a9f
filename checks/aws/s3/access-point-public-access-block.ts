import { defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/s3/access-point-public-access-block',
  title: 'All four public access blocks hold for the access point',
  severity: 'high',
  controls: ['164.312(a)(1)'],
  kind: 'aws.s3.accessPoint',
  facts: ['vpc', 'effectiveBlock'],
  exposes: true,
  evaluate: ({ vpc, effectiveBlock: { off, byAccountOnly } }) => {
    if (vpc !== null) return passBecause(`answers only inside ${vpc}`);
    if (off.length > 0) return fail(`off for access point and account: ${off.join(', ')}`);
    return byAccountOnly.length === 0
      ? pass
      : passBecause(`held only by the account: ${byAccountOnly.join(', ')}`);
  },
});
