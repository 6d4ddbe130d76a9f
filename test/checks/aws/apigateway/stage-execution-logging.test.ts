import check from '../../../../checks/aws/apigateway/stage-execution-logging.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'errors', facts: { logLevels: { '*/*': 'ERROR' } } },
    {
      name: 'everything, and one method errors',
      facts: { logLevels: { '*/*': 'INFO', '~1records/GET': 'ERROR' } },
    },
  ],
  fail: [
    { name: 'off', facts: { logLevels: { '*/*': 'OFF' } }, because: /log is off$/ },
    {
      name: 'on for one method only',
      facts: { logLevels: { '*/*': 'OFF', '~1/GET': 'INFO' } },
      because: /log is off$/,
    },
    {
      name: 'off for one method',
      facts: { logLevels: { '*/*': 'ERROR', '~1records~1{id}/GET': 'OFF' } },
      because: /off for GET \/records\/\{id\}$/,
    },
  ],
});
