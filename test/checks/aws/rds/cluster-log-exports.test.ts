import check from '../../../../checks/aws/rds/cluster-log-exports.ts';
import { testCheck } from '../../../kit/test-check.ts';

const engine = 'aurora-mysql';

testCheck(check, {
  pass: [{ name: 'one', facts: { logExports: ['audit'], orderedLogExports: { engine, types: ['audit'] } } }],
  fail: [
    {
      name: 'none',
      facts: { logExports: [], orderedLogExports: { engine, types: [] } },
      because: /^no log is exported$/,
    },
    {
      name: 'none yet',
      facts: { logExports: [], orderedLogExports: { engine, types: ['audit'] } },
      because: /audit is to begin/,
    },
  ],
});
