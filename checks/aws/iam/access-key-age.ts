import { daysSince, defineCheck, fail, notApplicable, pass } from '#src/check';

// The rule names no age: 90 days is what its auditors and the peers ask for.
export default defineCheck({
  id: 'aws/iam/access-key-age',
  title: 'Access key is replaced before it is old',
  severity: 'medium',
  controls: ['164.308(a)(3)(ii)(C)', '164.308(a)(4)(ii)(B)', '164.308(a)(4)(ii)(C)', '164.308(a)(5)(ii)(D)'],
  kind: 'aws.iam.accessKey',
  facts: ['live'],
  settings: { maxAgeDays: 90 },
  evaluate: ({ live }, { now, settings: { maxAgeDays } }) => {
    if (live === null) return notApplicable('the key is inactive');
    const age = daysSince(live.rotatedAt, now);
    return age > maxAgeDays ? fail(`${age} days old; the limit is ${maxAgeDays}`) : pass;
  },
});
