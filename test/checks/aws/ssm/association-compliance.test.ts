import check from '../../../../checks/aws/ssm/association-compliance.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'compliant', facts: { associations: { compliant: true, wanting: 0 } } }],
  fail: [
    { name: 'one', facts: { associations: { compliant: false, wanting: 1 } }, because: /^1 association is/ },
    {
      name: 'two',
      facts: { associations: { compliant: false, wanting: 2 } },
      because: /^2 associations are/,
    },
    {
      name: 'not counted',
      facts: { associations: { compliant: false, wanting: 0 } },
      because: /not compliant/,
    },
  ],
  notApplicable: [{ name: 'none', facts: { associations: null }, because: /no association/ }],
});
