import check from '../../../../checks/aws/ssm/patch-compliance.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'compliant', facts: { patches: { compliant: true, wanting: 0 } } }],
  fail: [
    { name: 'one', facts: { patches: { compliant: false, wanting: 1 } }, because: /^1 required patch is/ },
    { name: 'two', facts: { patches: { compliant: false, wanting: 2 } }, because: /^2 required patches are/ },
    { name: 'not counted', facts: { patches: { compliant: false, wanting: 0 } }, because: /not compliant/ },
  ],
  notApplicable: [{ name: 'never looked at', facts: { patches: null }, because: /nothing/ }],
});
