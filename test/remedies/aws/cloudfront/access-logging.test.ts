import remedy from '../../../../remedies/aws/cloudfront/access-logging.ts';
import { ownAccount, testRemedy } from '../../../kit/test-remedy.ts';

const subject = {
  id: `arn:aws:cloudfront::${ownAccount}:distribution/E1`,
  name: 'E1',
  region: 'global',
  viewers: null,
};
const at = { subject };

testRemedy(remedy, {
  cures: [
    {
      name: 'off',
      current: null,
      after: { bucket: `logs-${ownAccount}.s3.amazonaws.com`, prefix: 'cloudfront/E1/', cookies: false },
      settings: { targetBucket: 'logs-{account}' },
      facts: { deliversLog: false },
      at,
    },
  ],
  cannot: [
    { name: 'no bucket is configured', current: null, at, because: /no log bucket/ },
    {
      name: 'a bucket of any name',
      current: null,
      at,
      settings: { targetBucket: '*' },
      because: /not the name of a bucket/,
    },
  ],
  consequences: [
    {
      name: 'the bucket may refuse',
      current: null,
      settings: { targetBucket: 'logs' },
      at,
      verdict: 'unknown',
      says: [['unknown', /refuses logs\.s3\.amazonaws\.com if its ACLs/]],
    },
  ],
});
