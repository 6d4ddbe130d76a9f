import check from '../../../../checks/aws/rds/cluster-tls-enforced.ts';
import { testCheck } from '../../../kit/test-check.ts';

const tls = {
  group: 'records',
  parameter: 'require_secure_transport',
  value: 'ON',
  refusesPlain: true,
  waitsForReboot: false,
};
const engine = 'aurora-mysql';

testCheck(check, {
  pass: [{ name: 'set', facts: { engine, tls } }],
  fail: [
    {
      name: 'set to OFF',
      facts: { engine, tls: { ...tls, value: 'OFF', refusesPlain: false } },
      because: /require_secure_transport is OFF in records/,
    },
    {
      name: 'not set',
      facts: { engine, tls: { ...tls, value: null, refusesPlain: false } },
      because: /not set in records/,
    },
    {
      name: 'set since the start',
      facts: { engine, tls: { ...tls, waitsForReboot: true } },
      because: /reboot/,
    },
  ],
  notApplicable: [{ name: 'no such parameter', facts: { engine: 'other', tls: null }, because: /other/ }],
});
