import check from '../../../../checks/aws/elbv2/drop-invalid-headers.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { type: 'application', dropInvalidHeaders: true } }],
  fail: [{ name: 'off', facts: { type: 'application', dropInvalidHeaders: false }, because: /is off/ }],
  notApplicable: [
    { name: 'packets', facts: { type: 'network', dropInvalidHeaders: null }, because: /network/ },
  ],
});
