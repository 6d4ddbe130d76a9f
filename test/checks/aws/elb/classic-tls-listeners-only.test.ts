import check from '../../../../checks/aws/elb/classic-tls-listeners-only.ts';
import { testCheck } from '../../../kit/test-check.ts';

const listener = (protocol: string, certificate: string | null = null) => ({
  port: 443,
  protocol,
  certificate,
  policies: [],
});
const acm = 'arn:aws-us-gov:acm:us-gov-west-1:111122223333:certificate/1';

testCheck(check, {
  pass: [{ name: 'HTTPS and SSL', facts: { listeners: [listener('HTTPS', acm), listener('SSL', acm)] } }],
  fail: [
    {
      name: 'HTTP',
      facts: { listeners: [listener('HTTPS', acm), listener('HTTP')] },
      because: /^HTTP on port 443$/,
    },
    {
      name: 'TCP, behind which hosts may speak TLS',
      facts: { listeners: [listener('TCP')] },
      because: /^TCP on port 443; whether hosts behind TCP speak TLS themselves cannot be told$/,
    },
  ],
  notApplicable: [{ name: 'no listener', facts: { listeners: [] } }],
});
