import check from '../../../../checks/aws/redshift/encryption-at-rest.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'encrypted', facts: { encrypted: true } }],
  fail: [{ name: 'not', facts: { encrypted: false }, because: /not encrypted/ }],
});
