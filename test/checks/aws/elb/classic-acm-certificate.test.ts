import check from '../../../../checks/aws/elb/classic-acm-certificate.ts';
import { testCheck } from '../../../kit/test-check.ts';

const listener = (protocol: string, certificate: string | null = null) => ({
  port: 443,
  protocol,
  certificate,
  policies: [],
});
const acm = 'arn:aws-us-gov:acm:us-gov-west-1:111122223333:certificate/1';

testCheck(check, {
  pass: [
    { name: 'of ACM', facts: { listeners: [listener('HTTPS', acm)] } },
    { name: 'of ACM, beside a plain one', facts: { listeners: [listener('HTTP'), listener('SSL', acm)] } },
  ],
  fail: [
    {
      name: 'of IAM',
      facts: { listeners: [listener('HTTPS', 'arn:aws:iam::111122223333:server-certificate/old')] },
      because: /port 443 has arn:aws:iam::111122223333:server-certificate\/old/,
    },
    {
      name: 'one of two',
      facts: { listeners: [listener('HTTPS', acm), listener('SSL')] },
      because: /^not of ACM: port 443 has no certificate$/,
    },
  ],
  notApplicable: [
    { name: 'no TLS', facts: { listeners: [listener('HTTP'), listener('TCP')] } },
    { name: 'no listener', facts: { listeners: [] } },
  ],
});
