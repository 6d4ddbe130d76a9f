import { defineCheck, fail, passBecause } from '#src/check';

/** Sees an open listing. A bucket that opens only single objects answers a stranger nothing unless a key is known: that is
 * `bucket-public-read`'s to find. */
export default defineCheck({
  id: 'aws/s3/bucket-anonymous-url-probe',
  title: "The bucket's address refuses a stranger's request",
  severity: 'critical',
  controls: ['164.312(a)(1)'],
  kind: 'aws.s3.bucket',
  facts: ['anonymousProbe'],
  exposes: true,
  optIn: 'anonymous-probe',
  evaluate: ({ anonymousProbe: { bucket, unknownKey } }) => {
    if (bucket === 'answers')
      return fail('an unsigned HEAD on the bucket was answered: strangers can list it');
    if (unknownKey === 'answers')
      return fail('an unsigned HEAD on an unknown key was told "not found": strangers can list it');
    return passBecause('unsigned HEAD requests on the bucket and on an unknown key were refused');
  },
});
