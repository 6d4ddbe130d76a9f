import { defineCheck, fail, minuteOf, pass } from '#src/check';

export default defineCheck({
  id: 'aws/exposure/public-since',
  title: 'The bucket has not been opened to strangers',
  severity: 'high',
  controls: ['164.308(a)(6)(ii)', '164.402', '164.404(b)'],
  kind: 'aws.s3.bucket',
  facts: ['exposedSince'],
  evaluate: ({ exposedSince }) => {
    if (exposedSince === null) return pass;
    const { since, change } = exposedSince;
    const at = minuteOf(since);
    if (change) return fail(`open at least since ${at}: ${change.event} by ${change.by.split('/').at(-1)}`);
    return fail(`open at least since ${at}: CloudTrail shows no change from then on, and nothing before`);
  },
});
