import check from '../../../../checks/aws/sqs/queue-kms.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'keys of SQS', facts: { kmsKeyId: null, managedSse: true } },
    { name: 'a KMS key', facts: { kmsKeyId: 'alias/aws/sqs', managedSse: false } },
  ],
  fail: [{ name: 'neither', facts: { kmsKeyId: null, managedSse: false }, because: /neither/ }],
});
