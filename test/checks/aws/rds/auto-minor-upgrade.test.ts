import check from '../../../../checks/aws/rds/auto-minor-upgrade.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { engine: 'mysql', autoMinorVersionUpgrade: true } }],
  fail: [
    { name: 'off', facts: { engine: 'mysql', autoMinorVersionUpgrade: false }, because: /off/ },
    {
      name: 'a server of Aurora',
      facts: { engine: 'aurora-mysql', autoMinorVersionUpgrade: false },
      because: /off/,
    },
  ],
  notApplicable: [
    { name: 'DocumentDB', facts: { engine: 'docdb', autoMinorVersionUpgrade: false }, because: /docdb/ },
    {
      name: 'RDS Custom',
      facts: { engine: 'custom-oracle-ee', autoMinorVersionUpgrade: false },
      because: /custom/,
    },
  ],
});
