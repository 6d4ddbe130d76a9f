import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/kinesis/stream-encryption',
  title: 'Data stream is encrypted',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.kinesis.stream',
  facts: ['encryptionKey'],
  evaluate: ({ encryptionKey }) => {
    return encryptionKey ? pass : fail('server-side encryption is off');
  },
});
