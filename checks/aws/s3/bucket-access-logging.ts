import { defineCheck, fail, passBecause } from '#src/check';

/** A bucket that only receives logs is asked too, and should log to another one: whether it also holds data cannot be told from
 * outside, so its exemption is a person's to accept, not the scanner's to guess. */
export default defineCheck({
  id: 'aws/s3/bucket-access-logging',
  title: 'Requests to the bucket are logged',
  severity: 'medium',
  controls: [
    '164.308(a)(1)(ii)(D)',
    '164.308(a)(3)(ii)(A)',
    '164.308(a)(6)(ii)',
    '164.312(b)',
    '164.312(e)(2)(i)',
  ],
  kind: 'aws.s3.bucket',
  facts: ['logging'],
  evaluate: ({ logging }) =>
    logging ? passBecause(`logs go to ${logging.bucket}`) : fail('server access logging is off'),
});
