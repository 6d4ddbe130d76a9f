import check from '../../../../checks/aws/rds/cluster-multi-az.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'in two zones', facts: { serverless: false, members: 2, multiAz: true } }],
  fail: [
    {
      name: 'one server',
      facts: { serverless: false, members: 1, multiAz: false },
      because: /one server runs/,
    },
    {
      name: 'two in one zone',
      facts: { serverless: false, members: 2, multiAz: false },
      because: /2 servers run in one/,
    },
  ],
  notApplicable: [
    { name: 'no server', facts: { serverless: false, members: 0, multiAz: false }, because: /no server/ },
    { name: 'serverless', facts: { serverless: true, members: 0, multiAz: false }, because: /serverless/ },
  ],
});
