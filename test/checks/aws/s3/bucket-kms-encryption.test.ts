import check from '../../../../checks/aws/s3/bucket-kms-encryption.ts';
import { testCheck } from '../../../kit/test-check.ts';

const by = (algorithm: string) => ({ encryption: { algorithm, keyId: null, bucketKey: false } });

testCheck(check, {
  pass: [
    { name: 'KMS', facts: by('aws:kms') },
    { name: 'two layers', facts: by('aws:kms:dsse') },
  ],
  fail: [
    { name: 'S3 keys', facts: by('AES256'), because: /AES256, without KMS/ },
    { name: 'no rule', facts: { encryption: null }, because: /is off/ },
  ],
});
