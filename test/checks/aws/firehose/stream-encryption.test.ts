import check from '../../../../checks/aws/firehose/stream-encryption.ts';
import { testCheck } from '../../../kit/test-check.ts';

const description = { source: 'DirectPut', encryption: null, failed: false };

testCheck(check, {
  pass: [
    {
      name: 'on',
      facts: {
        description: { ...description, encryption: { keyType: 'AWS_OWNED_CMK' as const, keyArn: null } },
      },
    },
  ],
  fail: [
    { name: 'off', facts: { description }, because: /is off/ },
    { name: 'failed', facts: { description: { ...description, failed: true } }, because: /failed/ },
  ],
  notApplicable: [
    {
      name: 'fed by a data stream',
      facts: { description: { ...description, source: 'KinesisStreamAsSource' } },
      because: /KinesisStreamAsSource\), and whether they are encrypted is set there/,
    },
  ],
});
