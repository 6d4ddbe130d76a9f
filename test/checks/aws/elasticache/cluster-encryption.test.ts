import check from '../../../../checks/aws/elasticache/cluster-encryption.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'both', facts: { engine: 'valkey', encryption: { atRest: true, inTransit: 'required' } } }],
  fail: [
    {
      name: 'neither',
      facts: { engine: 'redis', encryption: { atRest: false, inTransit: 'off' } },
      because: /not encrypted at rest; it is not encrypted in transit/,
    },
    {
      name: 'in transit where the client likes',
      facts: { engine: 'redis', encryption: { atRest: true, inTransit: 'preferred' } },
      because: /^plain connections/,
    },
  ],
  notApplicable: [
    {
      name: 'Memcached',
      facts: { engine: 'memcached', encryption: { atRest: false, inTransit: 'off' } },
      because: /Memcached/,
    },
  ],
});
