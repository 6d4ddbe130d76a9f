import check from '../../../../checks/aws/connect/recordings-kms.ts';
import { testCheck } from '../../../kit/test-check.ts';

const recordings = { holds: 'call recordings', where: 'bucket calls', key: 'customer' as const };
const transcripts = { holds: 'chat transcripts', where: 'bucket chats', key: 'customer' as const };

testCheck(check, {
  pass: [{ name: 'both under a customer key', facts: { stores: [recordings, transcripts] } }],
  fail: [
    {
      name: "transcripts under AWS's key",
      facts: { stores: [recordings, { ...transcripts, key: 'AWS' }] },
      because: /^chat transcripts \(bucket chats\): a key of AWS$/,
    },
    {
      name: 'recordings without a key',
      facts: { stores: [{ ...recordings, key: 'none' }] },
      because: /call recordings \(bucket calls\): no KMS key/,
    },
  ],
  notApplicable: [{ name: 'nothing is kept', facts: { stores: [] } }],
});
