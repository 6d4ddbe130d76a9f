import check from '../../../../checks/aws/backup/recovery-point-encrypted.ts';
import { testCheck } from '../../../kit/test-check.ts';

const point = { state: 'COMPLETED', of: 'DynamoDB table/records' };

testCheck(check, {
  pass: [{ name: 'encrypted', facts: { ...point, encrypted: true } }],
  fail: [{ name: 'not', facts: { ...point, encrypted: false }, because: /table\/records is not encrypted/ }],
  notApplicable: [
    { name: 'on its way out', facts: { ...point, state: 'DELETING', encrypted: false } },
    { name: 'expired', facts: { ...point, state: 'EXPIRED', encrypted: false } },
  ],
});
