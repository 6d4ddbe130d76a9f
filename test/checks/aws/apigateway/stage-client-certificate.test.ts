import check from '../../../../checks/aws/apigateway/stage-client-certificate.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'a certificate', facts: { clientCertificate: 'abc', backends: ['HTTP'] } }],
  fail: [
    {
      name: 'a web server behind it',
      facts: { clientCertificate: null, backends: ['AWS_PROXY', 'HTTP_PROXY'] },
      because: /no client certificate/,
    },
    {
      name: 'nobody knows what is behind it',
      facts: { clientCertificate: null, backends: ['unknown'] },
      because: /no client/,
    },
  ],
  notApplicable: [
    { name: 'only functions behind it', facts: { clientCertificate: null, backends: ['AWS_PROXY', 'MOCK'] } },
    { name: 'no methods', facts: { clientCertificate: null, backends: [] } },
  ],
});
