import remedy from '../../../../remedies/aws/rds/cluster-tls-enforced.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const setting = {
  group: 'own',
  parameter: 'rds.force_ssl',
  value: '0' as string | null,
  on: '1' as string | null,
  modifiable: true,
  dynamic: true,
  waitsForReboot: false,
};
const tls = {
  group: 'own',
  parameter: 'rds.force_ssl',
  value: '0',
  refusesPlain: false,
  waitsForReboot: false,
};
const facts = { engine: 'postgres', memberOf: null, tls };
const secure = { ...setting, parameter: 'require_secure_transport', value: null, on: 'ON' };

testRemedy(remedy, {
  cures: [
    { name: 'off', current: setting, after: { ...setting, value: '1' }, facts },
    { name: 'not set', current: secure, after: { ...secure, value: 'ON' }, facts },
  ],
  cannot: [
    { name: 'no parameter', current: null, because: /no parameter/ },
    {
      name: 'a default group',
      current: { ...setting, group: 'default.postgres14' },
      because: /default group, which nobody can change/,
    },
    { name: 'not to be set', current: { ...setting, modifiable: false }, because: /does not let/ },
    { name: 'no value turns it on', current: { ...setting, on: null }, because: /does not let/ },
    { name: 'only with a reboot', current: { ...setting, dynamic: false }, because: /with a reboot/ },
    { name: 'waits already', current: { ...setting, waitsForReboot: true }, because: /waits for a reboot/ },
  ],
  consequences: [
    {
      name: 'alone',
      current: setting,
      facts: { parameterGroupServes: ['records'] },
      verdict: 'unknown',
      says: [
        ['unknown', /without TLS would be refused/],
        ['safe', /own serves this cluster alone/],
      ],
    },
    {
      name: 'with eleven others',
      current: setting,
      facts: { parameterGroupServes: Array.from({ length: 12 }, (_, at) => `db${at}`) },
      verdict: 'breaks',
      says: [['breaks', /own serves 12 clusters, .*: db0, db1, .* db9 and 2 more$/]],
    },
  ],
});
