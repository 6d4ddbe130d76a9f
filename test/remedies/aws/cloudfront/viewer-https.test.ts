import remedy from '../../../../remedies/aws/cloudfront/viewer-https.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    {
      name: 'all paths',
      current: [{ path: null, policy: 'allow-all' }],
      after: [{ path: null, policy: 'redirect-to-https' }],
    },
    {
      name: 'what is stricter stays',
      current: [
        { path: null, policy: 'https-only' },
        { path: '/img/*', policy: 'allow-all' },
      ],
      after: [
        { path: null, policy: 'https-only' },
        { path: '/img/*', policy: 'redirect-to-https' },
      ],
    },
  ],
  consequences: [
    {
      name: 'browsers follow',
      current: [{ path: null, policy: 'allow-all' }],
      verdict: 'unknown',
      says: [
        ['safe', /browsers follow/],
        ['unknown', /follows no redirect/],
      ],
    },
  ],
});
