import check from '../../../../checks/aws/backup/recovery-point-encrypted.ts';
import { testCheck } from '../../../kit/test-check.ts';

const point = { state: 'COMPLETED', of: 'DynamoDB table/records' };

testCheck(check, {
  pass: [{ name: 'encrypted', facts: { ...point, encrypted: true } }],
  fail: [
    { name: 'not', facts: { ...point, encrypted: false }, because: /table\/records is not encrypted$/ },
    {
      name: 'not, and its time is over without its being deleted',
      facts: { ...point, state: 'EXPIRED', encrypted: false },
      because: /is still there/,
    },
  ],
  notApplicable: [{ name: 'on its way out', facts: { ...point, state: 'DELETING', encrypted: false } }],
});
