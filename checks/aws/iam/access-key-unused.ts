import { dayOf, daysSince, defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/iam/access-key-unused',
  title: 'Active access key is in use',
  severity: 'medium',
  controls: [
    '164.308(a)(3)(i)',
    '164.308(a)(3)(ii)(B)',
    '164.308(a)(4)(ii)(B)',
    '164.308(a)(4)(ii)(C)',
    '164.308(a)(5)(ii)(D)',
    '164.312(a)(1)',
  ],
  kind: 'aws.iam.accessKey',
  facts: ['live'],
  settings: { unusedDays: 90 },
  evaluate: ({ live }, { now, settings }) => {
    if (live === null) return notApplicable('the key is inactive');
    const { usedAt, rotatedAt } = live;
    if (daysSince(usedAt ?? rotatedAt, now) <= settings.unusedDays) return pass;
    return fail(
      usedAt ? `last used on ${dayOf(usedAt)}` : `never used since it was made on ${dayOf(rotatedAt)}`,
    );
  },
});
