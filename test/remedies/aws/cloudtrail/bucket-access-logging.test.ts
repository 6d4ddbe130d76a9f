import remedy from '../../../../remedies/aws/cloudtrail/bucket-access-logging.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const subject = {
  id: 'arn:aws:cloudtrail:us-east-1:1:trail/main',
  name: 'main',
  region: 'us-east-1',
  logBucket: 'logs',
};
const settings = { targetBucket: 'access-logs' };
const at = { subject };
const after = { bucket: 'access-logs', prefix: 'main/', grants: null, keyFormat: null };

testRemedy(remedy, {
  cures: [{ name: 'off', current: null, at, settings, after, facts: { bucketLogging: null } }],
  cannot: [
    { name: 'no target is named', current: null, at, because: /targetBucket/ },
    {
      name: 'the target is the log bucket',
      current: null,
      at,
      settings: { targetBucket: 'logs' },
      because: /without end/,
    },
    { name: 'it is on', current: { ...after, bucket: 'other' }, at, settings, because: /already/ },
  ],
  consequences: [
    {
      name: 'S3 refuses what it cannot do',
      current: null,
      at,
      settings,
      verdict: 'safe',
      says: [['safe', /access-logs/]],
    },
  ],
});
