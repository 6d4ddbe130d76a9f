import check from '../../../../checks/aws/rds/log-exports.ts';
import { testCheck } from '../../../kit/test-check.ts';

const none = {
  engine: 'postgres',
  memberOf: null,
  logExports: [],
  orderedLogExports: { engine: 'postgres', types: [] },
};
const types = ['postgresql'];

testCheck(check, {
  pass: [{ name: 'one', facts: { ...none, logExports: types } }],
  fail: [
    { name: 'none', facts: none, because: /^no log is exported$/ },
    {
      name: 'none yet',
      facts: { ...none, orderedLogExports: { engine: 'postgres', types } },
      because: /postgresql is to begin/,
    },
  ],
  notApplicable: [
    { name: 'of a cluster', facts: { ...none, memberOf: 'records' }, because: /cluster records/ },
    { name: 'RDS Custom', facts: { ...none, engine: 'custom-sqlserver-se' }, because: /RDS Custom/ },
  ],
});
