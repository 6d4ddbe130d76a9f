import check from '../../../../checks/aws/dms/replication-instance-kms.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: "the customer's key", facts: { keyManagedBy: 'customer' } },
    { name: "AWS's key, which is enough", facts: { keyManagedBy: 'AWS' }, settings: { takesAwsKeys: true } },
  ],
  fail: [{ name: "AWS's key", facts: { keyManagedBy: 'AWS' }, because: /AWS's own key/ }],
});
