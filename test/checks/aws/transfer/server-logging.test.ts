import check from '../../../../checks/aws/transfer/server-logging.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'a role', facts: { loggingRole: 'arn:aws:iam::111122223333:role/log', logDestinations: [] } },
    {
      name: 'a log group',
      facts: { loggingRole: null, logDestinations: ['arn:aws:logs:us-east-1:111122223333:log-group:t:*'] },
    },
  ],
  fail: [{ name: 'neither', facts: { loggingRole: null, logDestinations: [] }, because: /neither/ }],
});
