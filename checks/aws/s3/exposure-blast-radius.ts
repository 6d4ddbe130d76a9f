import { defineCheck, fail, pass, passBecause } from '#src/check';

/** How often strangers read is not counted: only data events or access logs could tell. */
export default defineCheck({
  id: 'aws/s3/exposure-blast-radius',
  title: 'No objects lie open to strangers',
  severity: 'high',
  controls: ['164.402', '164.308(a)(1)(ii)(A)'],
  kind: 'aws.s3.bucket',
  facts: ['sizeAndObjects'],
  evaluate: ({ sizeAndObjects }) => {
    if (sizeAndObjects === null) return pass;
    const { objects, bytes, measuredOn } = sizeAndObjects;
    if (objects === 0) return passBecause(`open to strangers, but empty when measured on ${measuredOn}`);
    if (objects === null) return fail('open to strangers; CloudWatch has not measured how much lies in it');
    const size = bytes === null ? 'of unknown size' : `${(bytes / 1e9).toFixed(2)} GB in all`;
    const count = objects.toLocaleString('en-US');
    return fail(
      `open to strangers: about ${count} ${objects === 1 ? 'object' : 'objects'}, ${size} (measured on ${measuredOn})`,
    );
  },
});
