import check from '../../../../checks/aws/s3/bucket-versioning.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { versioning: { enabled: true, mfaDelete: false } } }],
  fail: [{ name: 'never set', facts: { versioning: { enabled: false, mfaDelete: false } }, because: /off/ }],
});
