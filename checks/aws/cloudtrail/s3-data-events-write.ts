import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/cloudtrail/s3-data-events-write',
  title: 'Object writes and deletes in every bucket leave a trace',
  severity: 'medium',
  controls: [
    '164.308(a)(1)(ii)(D)',
    '164.308(a)(3)(ii)(A)',
    '164.308(a)(6)(ii)',
    '164.312(a)(2)(i)',
    '164.312(b)',
    '164.312(e)(2)(i)',
  ],
  kind: 'aws.account',
  facts: ['objectWrites'],
  evaluate: ({ objectWrites: { missingRegions, by, partly } }) => {
    if (missingRegions.length === 0) return passBecause(`recorded by ${by.join(', ')}`);
    if (by.length > 0)
      return fail(`object writes and deletes are not recorded in ${missingRegions.join(', ')}`);
    if (partly.length > 0)
      return fail(`object writes and deletes are recorded for some buckets only, by ${partly.join(', ')}`);
    return fail('no trail records object writes and deletes');
  },
});
