import check from '../../../../checks/aws/elbv2/access-logging.ts';
import { testCheck } from '../../../kit/test-check.ts';

const listener = (protocol: string, more: object = {}) => ({
  arn: 'arn',
  port: 443,
  protocol,
  certificates: 0,
  ...more,
});

const log = { bucket: 'logs', prefix: '' };

testCheck(check, {
  pass: [
    { name: 'on', facts: { type: 'application', accessLog: log, listeners: [] } },
    { name: 'on, for TCP', facts: { type: 'network', accessLog: log, listeners: [listener('TCP')] } },
  ],
  fail: [
    {
      name: 'off',
      facts: { type: 'application', accessLog: null, listeners: [listener('HTTP')] },
      because: /access logging is off/,
    },
    {
      name: 'off, for TLS',
      facts: { type: 'network', accessLog: null, listeners: [listener('TCP'), listener('TLS')] },
      because: /off/,
    },
  ],
  notApplicable: [
    {
      name: 'off, for TCP',
      facts: { type: 'network', accessLog: null, listeners: [listener('TCP')] },
      because: /TLS/,
    },
    { name: 'a gateway', facts: { type: 'gateway', accessLog: null, listeners: [] }, because: /gateway/ },
  ],
});
