import check from '../../../../checks/aws/rds/enhanced-monitoring.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'every minute', facts: { engine: 'mysql', monitoringSeconds: 60 } }],
  fail: [
    { name: 'off', facts: { engine: 'mysql', monitoringSeconds: 0 }, because: /off/ },
    { name: 'a server of Aurora', facts: { engine: 'aurora-mysql', monitoringSeconds: 0 }, because: /off/ },
  ],
  notApplicable: [
    { name: 'DocumentDB', facts: { engine: 'docdb', monitoringSeconds: 0 }, because: /docdb/ },
    { name: 'Neptune', facts: { engine: 'neptune', monitoringSeconds: 0 }, because: /neptune/ },
    { name: 'RDS Custom', facts: { engine: 'custom-oracle-ee', monitoringSeconds: 0 }, because: /custom/ },
  ],
});
