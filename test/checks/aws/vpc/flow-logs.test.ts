import check from '../../../../checks/aws/vpc/flow-logs.ts';
import { testCheck } from '../../../kit/test-check.ts';

const log = {
  traffic: 'ALL',
  to: 's3',
  destination: 'arn:aws:s3:::logs',
  role: null,
  format: null,
  seconds: 600,
};

testCheck(check, {
  pass: [
    { name: 'all of it', facts: { flowLogs: [log], flowLogFailures: [] } },
    {
      name: 'one of two arrives',
      facts: { flowLogs: [log, { ...log, destination: 'gone' }], flowLogFailures: ['Access error'] },
    },
    { name: 'what is refused', facts: { flowLogs: [{ ...log, traffic: 'REJECT' }], flowLogFailures: [] } },
    {
      name: 'both kinds apart',
      facts: {
        flowLogs: [
          { ...log, traffic: 'REJECT' },
          { ...log, traffic: 'ACCEPT' },
        ],
        flowLogFailures: [],
      },
    },
  ],
  fail: [
    { name: 'none', facts: { flowLogs: [], flowLogFailures: [] }, because: /no flow log of its own/ },
    {
      name: 'the only one does not arrive',
      facts: { flowLogs: [log], flowLogFailures: ['Access error'] },
      because: /no flow log arrives: Access error/,
    },
  ],
});
