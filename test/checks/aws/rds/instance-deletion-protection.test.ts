import check from '../../../../checks/aws/rds/instance-deletion-protection.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { memberOf: null, deletionProtection: true } }],
  fail: [{ name: 'off', facts: { memberOf: null, deletionProtection: false }, because: /off/ }],
  notApplicable: [
    {
      name: 'of a cluster',
      facts: { memberOf: 'records', deletionProtection: false },
      because: /cluster records/,
    },
  ],
});
