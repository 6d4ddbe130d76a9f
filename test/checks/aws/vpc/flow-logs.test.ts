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
    { name: 'all of it', facts: { sharedBy: null, flowLogs: [log], flowLogFailures: [] } },
    {
      name: 'one of two arrives',
      facts: {
        sharedBy: null,
        flowLogs: [log, { ...log, destination: 'gone' }],
        flowLogFailures: [{ traffic: 'ALL', because: 'Access error' }],
      },
    },
    {
      name: 'what is refused',
      facts: { sharedBy: null, flowLogs: [{ ...log, traffic: 'REJECT' }], flowLogFailures: [] },
    },
    {
      name: 'both kinds apart',
      facts: {
        sharedBy: null,
        flowLogs: [
          { ...log, traffic: 'REJECT' },
          { ...log, traffic: 'ACCEPT' },
        ],
        flowLogFailures: [],
      },
    },
  ],
  fail: [
    {
      name: 'none',
      facts: { sharedBy: null, flowLogs: [], flowLogFailures: [] },
      because: /no flow log of its own/,
    },
    {
      name: 'the only one does not arrive',
      facts: {
        sharedBy: null,
        flowLogs: [log],
        flowLogFailures: [{ traffic: 'ALL', because: 'Access error' }],
      },
      because: /no flow log arrives: Access error/,
    },
    {
      name: 'all of it does not arrive, and some of it does',
      facts: {
        sharedBy: null,
        flowLogs: [log, { ...log, traffic: 'REJECT' }],
        flowLogFailures: [{ traffic: 'ALL', because: 'Access error' }],
      },
      because: /only traffic of the kind REJECT arrives: Access error/,
    },
    {
      name: 'one of both kinds does not arrive',
      facts: {
        sharedBy: null,
        flowLogs: [
          { ...log, traffic: 'REJECT' },
          { ...log, traffic: 'ACCEPT' },
        ],
        flowLogFailures: [{ traffic: 'REJECT', because: 'Access error' }],
      },
      because: /only traffic of the kind ACCEPT arrives/,
    },
  ],
  notApplicable: [
    {
      name: 'the flow logs are for the owner to keep',
      facts: { sharedBy: '444455556666', flowLogs: [], flowLogFailures: [] },
      because: /account 444455556666 shares it/,
    },
  ],
});
