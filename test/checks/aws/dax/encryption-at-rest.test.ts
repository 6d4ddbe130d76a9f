import check from '../../../../checks/aws/dax/encryption-at-rest.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { encryption: 'ENABLED' } }],
  fail: [
    { name: 'off', facts: { encryption: 'DISABLED' }, because: /disabled/ },
    { name: 'not yet on', facts: { encryption: 'ENABLING' }, because: /enabling/ },
  ],
});
