import check from '../../../../checks/aws/apigateway/v2-stage-logging.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'an HTTP API with an access log',
      facts: { logging: { protocol: 'HTTP', accessLog: true, silent: [] } },
    },
    {
      name: 'a WebSocket API that logs',
      facts: { logging: { protocol: 'WEBSOCKET', accessLog: false, silent: [] } },
    },
  ],
  fail: [
    {
      name: 'an HTTP API without',
      facts: { logging: { protocol: 'HTTP', accessLog: false, silent: [] } },
      because: /no access log/,
    },
    {
      name: 'a WebSocket API whose execution log is off',
      facts: { logging: { protocol: 'WEBSOCKET', accessLog: true, silent: ['all routes', '$connect'] } },
      because: /off for all routes, \$connect/,
    },
  ],
});
