import check from '../../../../checks/aws/rds/tls-enforced.ts';
import { testCheck } from '../../../kit/test-check.ts';

const tls = {
  group: 'records',
  parameter: 'rds.force_ssl',
  value: '1',
  refusesPlain: true,
  waitsForReboot: false,
};
const db = { engine: 'postgres', memberOf: null };

testCheck(check, {
  pass: [
    { name: 'set', facts: { ...db, tls } },
    { name: 'not set, and so by itself', facts: { ...db, engine: 'mariadb', tls: { ...tls, value: null } } },
  ],
  fail: [
    {
      name: 'set to 0',
      facts: { ...db, tls: { ...tls, value: '0', refusesPlain: false } },
      because: /rds.force_ssl is 0 in records/,
    },
    {
      name: 'not set',
      facts: { ...db, tls: { ...tls, value: null, refusesPlain: false } },
      because: /not set in records/,
    },
    {
      name: 'set since the start',
      facts: { ...db, tls: { ...tls, waitsForReboot: true } },
      because: /reboot/,
    },
  ],
  notApplicable: [
    {
      name: 'of a cluster',
      facts: { engine: 'aurora-mysql', memberOf: 'records', tls: null },
      because: /cluster records/,
    },
    {
      name: 'RDS Custom',
      facts: { ...db, engine: 'custom-oracle-ee', tls: null },
      because: /custom-oracle-ee/,
    },
  ],
});
