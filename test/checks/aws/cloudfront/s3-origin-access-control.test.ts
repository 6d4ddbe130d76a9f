import check from '../../../../checks/aws/cloudfront/s3-origin-access-control.ts';
import { testCheck } from '../../../kit/test-check.ts';

const bucket = { name: 's3', bucket: 'records', asks: null };
const server = {
  name: 'web',
  bucket: null,
  signs: 'nothing' as const,
  asks: { policy: 'https-only', tls: ['TLSv1.2'] },
};

testCheck(check, {
  pass: [
    { name: 'origin access control', facts: { origins: [{ ...bucket, signs: 'originAccessControl' }] } },
    {
      name: 'the older identity',
      facts: { origins: [{ ...bucket, signs: 'originAccessIdentity' }, server] },
    },
  ],
  fail: [
    {
      name: 'no signature',
      facts: { origins: [{ ...bucket, signs: 'nothing' }] },
      because: /records without signing/,
    },
    {
      name: 'a website',
      facts: { origins: [server, { ...bucket, signs: 'website' }] },
      because: /records over its public website/,
    },
  ],
  notApplicable: [{ name: 'no bucket', facts: { origins: [server] } }],
});
