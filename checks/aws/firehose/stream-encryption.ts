import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/firehose/stream-encryption',
  title: 'Delivery stream is encrypted',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.firehose.stream',
  facts: ['description'],
  evaluate: ({ description }) => {
    const { source, encryption, failed } = description;
    if (source !== 'DirectPut')
      return notApplicable(
        `its records come from elsewhere (${source}), and whether they are encrypted is set there`,
      );
    if (encryption) return pass;
    return fail(failed ? 'server-side encryption was asked for and failed' : 'server-side encryption is off');
  },
});
