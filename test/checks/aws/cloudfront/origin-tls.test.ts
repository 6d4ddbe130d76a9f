import check from '../../../../checks/aws/cloudfront/origin-tls.ts';
import { testCheck } from '../../../kit/test-check.ts';

const bucket = { name: 's3', bucket: 'records', signs: 'originAccessControl' as const, asks: null };
const asked = (policy: string, ...tls: readonly string[]) => ({
  name: 'web',
  bucket: null,
  signs: 'nothing' as const,
  asks: { policy, tls: tls.length > 0 ? tls : ['TLSv1.2'] },
});
const both = [{ path: null, policy: 'allow-all' }];
const secure = [{ path: null, policy: 'redirect-to-https' }];

testCheck(check, {
  pass: [
    { name: 'TLS 1.2 alone', facts: { origins: [bucket, asked('https-only')], viewers: both } },
    {
      name: 'as the viewer, who comes by HTTPS',
      facts: { origins: [asked('match-viewer')], viewers: secure },
    },
  ],
  fail: [
    {
      name: 'plain HTTP',
      facts: { origins: [asked('http-only')], viewers: secure },
      because: /web is asked over plain HTTP$/,
    },
    {
      name: 'as the viewer, who may come by HTTP',
      facts: { origins: [asked('match-viewer')], viewers: both },
      because: /when the viewer came so/,
    },
    {
      name: 'old versions',
      facts: { origins: [asked('https-only', 'TLSv1', 'TLSv1.2')], viewers: secure },
      because: /over TLSv1$/,
    },
  ],
  notApplicable: [{ name: 'only a bucket', facts: { origins: [bucket], viewers: both } }],
});
