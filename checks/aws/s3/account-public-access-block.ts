import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/s3/account-public-access-block',
  title: 'All four public access blocks are on for the whole account',
  severity: 'high',
  controls: ['164.308(a)(1)(ii)(B)', '164.308(a)(3)(i)', '164.312(a)(1)'],
  kind: 'aws.account',
  facts: ['publicAccessBlock'],
  evaluate: ({ publicAccessBlock }) => {
    if (publicAccessBlock === null) return fail('the account has no public access block');
    const off = Object.entries(publicAccessBlock).flatMap(([flag, on]) => (on ? [] : [flag]));
    return off.length === 0 ? pass : fail(`off for the account: ${off.join(', ')}`);
  },
});
