import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-kms-encryption',
  title: 'New objects are encrypted with a KMS key',
  severity: 'medium',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.s3.bucket',
  facts: ['encryption'],
  evaluate: ({ encryption }) => {
    if (encryption?.algorithm.startsWith('aws:kms')) return pass;
    return fail(`default encryption is ${encryption ? `${encryption.algorithm}, without KMS` : 'off'}`);
  },
});
