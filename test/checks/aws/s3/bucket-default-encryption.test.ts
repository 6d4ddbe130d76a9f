import check from '../../../../checks/aws/s3/bucket-default-encryption.ts';
import { testCheck } from '../../../kit/test-check.ts';

const by = (algorithm: string) => ({ encryption: { algorithm, keyId: null, bucketKey: false } });

testCheck(check, {
  pass: [
    { name: 'S3 keys', facts: by('AES256') },
    { name: 'KMS', facts: by('aws:kms') },
  ],
  fail: [{ name: 'no rule', facts: { encryption: null }, because: /no default/ }],
});
