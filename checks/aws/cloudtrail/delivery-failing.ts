import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/cloudtrail/delivery-failing',
  title: 'Trail files arrive',
  severity: 'high',
  controls: ['164.312(b)'],
  kind: 'aws.cloudtrail.trail',
  facts: ['delivery'],
  evaluate: ({ delivery: { logging, error, digestError } }) => {
    if (!logging) return notApplicable('the trail is stopped');
    if (error !== null) return fail(`log files do not arrive: ${error}`);
    return digestError === null ? pass : fail(`digest files do not arrive: ${digestError}`);
  },
});
