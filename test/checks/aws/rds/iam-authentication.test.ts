import check from '../../../../checks/aws/rds/iam-authentication.ts';
import { testCheck } from '../../../kit/test-check.ts';

const off = { engine: 'mysql', memberOf: null, iamAuthentication: false, orderedIamAuthentication: false };

testCheck(check, {
  pass: [{ name: 'on', facts: { ...off, iamAuthentication: true, orderedIamAuthentication: true } }],
  fail: [
    { name: 'off', facts: off, because: /password alone/ },
    {
      name: 'off, and ordered',
      facts: { ...off, orderedIamAuthentication: true },
      because: /not turned it on yet/,
    },
  ],
  notApplicable: [
    { name: 'of a cluster', facts: { ...off, memberOf: 'records' }, because: /cluster records/ },
    { name: 'Oracle', facts: { ...off, engine: 'oracle-ee' }, because: /oracle-ee/ },
    { name: 'SQL Server', facts: { ...off, engine: 'sqlserver-se' }, because: /sqlserver-se/ },
  ],
});
