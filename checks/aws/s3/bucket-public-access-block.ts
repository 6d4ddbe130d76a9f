import { defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-public-access-block',
  title: 'All four public access blocks hold for the bucket',
  severity: 'high',
  controls: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)', '164.312(e)(1)'],
  kind: 'aws.s3.bucket',
  facts: ['effectiveBlock'],
  evaluate: ({ effectiveBlock: { off, byAccountOnly } }) => {
    if (off.length > 0) return fail(`off for bucket and account: ${off.join(', ')}`);
    return byAccountOnly.length === 0
      ? pass
      : passBecause(`held only by the account: ${byAccountOnly.join(', ')}`);
  },
});
