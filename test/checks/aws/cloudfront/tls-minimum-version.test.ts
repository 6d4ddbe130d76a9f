import check from '../../../../checks/aws/cloudfront/tls-minimum-version.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'TLS 1.2', facts: { viewerTls: { minimum: 'TLSv1.2_2018', certificate: 'own' } } },
    { name: 'TLS 1.2 of 2021', facts: { viewerTls: { minimum: 'TLSv1.2_2021', certificate: 'own' } } },
    { name: 'TLS 1.3', facts: { viewerTls: { minimum: 'TLSv1.3_2025', certificate: 'own' } } },
  ],
  fail: [
    {
      name: 'TLS 1.1',
      facts: { viewerTls: { minimum: 'TLSv1.1_2016', certificate: 'own' } },
      because: /^TLSv1\.1_2016 and newer/,
    },
    {
      name: 'TLS 1.0',
      facts: { viewerTls: { minimum: 'TLSv1_2016', certificate: 'own' } },
      because: /^TLSv1_2016/,
    },
    { name: 'SSL 3', facts: { viewerTls: { minimum: 'SSLv3', certificate: 'own' } }, because: /^SSLv3/ },
    {
      name: "CloudFront's certificate",
      facts: { viewerTls: { minimum: 'TLSv1', certificate: 'CloudFront' } },
      because: /own certificate/,
    },
  ],
});
