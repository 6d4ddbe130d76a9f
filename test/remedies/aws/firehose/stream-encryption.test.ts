import remedy from '../../../../remedies/aws/firehose/stream-encryption.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const description = { source: 'DirectPut', encryption: null, failed: false };

testRemedy(remedy, {
  cures: [
    { name: 'off', current: null, after: { keyType: 'AWS_OWNED_CMK', keyArn: null }, facts: { description } },
    {
      name: 'failed',
      current: null,
      after: { keyType: 'AWS_OWNED_CMK', keyArn: null },
      facts: { description: { ...description, failed: true } },
    },
  ],
  consequences: [{ name: 'nothing breaks', current: null, verdict: 'safe' }],
});
