import remedy from '../../../../remedies/aws/vpc/flow-logs.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const logDestination = 'arn:aws:s3:::flow-logs/vpc';
const log = {
  traffic: 'ALL',
  to: 's3',
  destination: logDestination,
  role: null,
  format: null,
  seconds: null,
};
const broken = {
  ...log,
  to: 'cloud-watch-logs',
  destination: 'gone',
  role: 'arn:aws:iam::111122223333:role/flow',
};
const settings = { logDestination };

testRemedy(remedy, {
  cures: [
    { name: 'none', current: [], after: [log], settings, facts: { sharedBy: null, flowLogFailures: [] } },
    {
      name: 'one that does not arrive',
      current: [broken],
      after: [broken, log],
      settings,
      facts: { sharedBy: null, flowLogFailures: [{ traffic: 'ALL', because: 'Access error' }] },
    },
  ],
  cannot: [
    { name: 'no destination', current: [], because: /logDestination to the ARN/ },
    {
      name: 'not a bucket',
      current: [],
      settings: { logDestination: 'logs' },
      because: /not the ARN of a bucket/,
    },
  ],
  consequences: [
    {
      name: 'whether they arrive',
      current: [],
      settings,
      verdict: 'unknown',
      says: [['unknown', /flow-logs\/vpc/]],
    },
  ],
});
