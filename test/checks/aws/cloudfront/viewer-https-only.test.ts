import check from '../../../../checks/aws/cloudfront/viewer-https-only.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'sent on to HTTPS', facts: { viewers: [{ path: null, policy: 'redirect-to-https' }] } },
    {
      name: 'HTTPS alone',
      facts: {
        viewers: [
          { path: null, policy: 'https-only' },
          { path: '/api/*', policy: 'redirect-to-https' },
        ],
      },
    },
  ],
  fail: [
    { name: 'both', facts: { viewers: [{ path: null, policy: 'allow-all' }] }, because: /for all paths/ },
    {
      name: 'both on one path',
      facts: {
        viewers: [
          { path: null, policy: 'https-only' },
          { path: '/img/*', policy: 'allow-all' },
        ],
      },
      because: /for \/img\/\*/,
    },
    {
      name: 'both on all paths but one',
      facts: {
        viewers: [
          { path: null, policy: 'allow-all' },
          { path: '/api/*', policy: 'https-only' },
        ],
      },
      because: /for all other paths/,
    },
  ],
});
