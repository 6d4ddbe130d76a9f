import remedy from '../../../../remedies/aws/cloudfront/tls-minimum.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    {
      name: 'TLS 1.0',
      current: { minimum: 'TLSv1', certificate: 'own' },
      after: { minimum: 'TLSv1.2_2021', certificate: 'own' },
    },
    {
      name: 'another policy',
      current: { minimum: 'TLSv1.1_2016', certificate: 'own' },
      after: { minimum: 'TLSv1.2_2019', certificate: 'own' },
      settings: { securityPolicy: 'TLSv1.2_2019' },
    },
  ],
  cannot: [
    {
      name: "CloudFront's certificate",
      current: { minimum: 'TLSv1', certificate: 'CloudFront' },
      because: /certificate of your own first/,
    },
  ],
  consequences: [
    {
      name: 'old viewers',
      current: { minimum: 'TLSv1', certificate: 'own' },
      verdict: 'breaks',
      says: [['breaks', /cut off/]],
    },
  ],
});
