import remedy from '../../../../remedies/aws/codebuild/logging.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const off = { on: false, group: 'builds', stream: null };
const s3 = { on: false, location: 'logs/build', encryptionDisabled: false, bucketOwnerAccess: null };

testRemedy(remedy, {
  cures: [
    {
      name: 'both are off',
      current: { cloudWatch: off, s3 },
      after: { cloudWatch: { ...off, on: true }, s3 },
    },
    {
      name: 'of S3 nothing is said',
      current: { cloudWatch: off, s3: null },
      after: { cloudWatch: { ...off, on: true }, s3: null },
    },
  ],
  consequences: [
    {
      name: 'what the role may do is not known',
      current: { cloudWatch: off, s3 },
      verdict: 'unknown',
      says: [['unknown', /service role may not write/]],
    },
  ],
  merges: true,
});
