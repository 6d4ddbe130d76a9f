import check from '../../../../checks/aws/rds/instance-multi-az.ts';
import { testCheck } from '../../../kit/test-check.ts';

const off = { engine: 'postgres', memberOf: null, replicaOf: null, multiAz: false, orderedMultiAz: false };

testCheck(check, {
  pass: [
    { name: 'with a standby', facts: { ...off, multiAz: true, orderedMultiAz: true } },
    { name: 'a replica with a standby', facts: { ...off, replicaOf: 'records', multiAz: true } },
  ],
  fail: [
    { name: 'alone', facts: off, because: /no standby$/ },
    {
      name: 'alone, and a standby is ordered',
      facts: { ...off, orderedMultiAz: true },
      because: /not made it yet/,
    },
  ],
  notApplicable: [
    { name: 'of a cluster', facts: { ...off, memberOf: 'records' }, because: /cluster records/ },
    { name: 'a read replica', facts: { ...off, replicaOf: 'records' }, because: /replica of records/ },
    { name: 'RDS Custom', facts: { ...off, engine: 'custom-oracle-ee' }, because: /RDS Custom/ },
  ],
});
