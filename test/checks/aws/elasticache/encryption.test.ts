import check from '../../../../checks/aws/elasticache/encryption.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'both', facts: { encryption: { atRest: true, inTransit: 'required' } } }],
  fail: [
    {
      name: 'neither',
      facts: { encryption: { atRest: false, inTransit: 'off' } },
      because: /not encrypted at rest; it is not encrypted in transit/,
    },
    {
      name: 'at rest alone',
      facts: { encryption: { atRest: true, inTransit: 'off' } },
      because: /^it is not encrypted in transit$/,
    },
    {
      name: 'in transit where the client likes',
      facts: { encryption: { atRest: true, inTransit: 'preferred' } },
      because: /^plain connections/,
    },
  ],
});
