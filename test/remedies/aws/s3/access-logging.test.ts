import remedy from '../../../../remedies/aws/s3/access-logging.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const to = (bucket: string, prefix: string) => ({ bucket, prefix, grants: null, keyFormat: null });

testRemedy(remedy, {
  cures: [
    {
      name: 'to a bucket by its name',
      current: null,
      settings: { targetBucket: 'logs' },
      after: to('logs', 'records/'),
    },
    {
      name: 'to one bucket per account and region',
      current: null,
      settings: { targetBucket: 'logs-{account}-{region}', prefix: '{region}/{bucket}/' },
      after: to('logs-111122223333-us-east-1', 'us-east-1/records/'),
    },
    {
      name: 'a bucket whose listing tells no name',
      current: null,
      at: { subject: { id: 'arn:aws:s3:::archive', region: 'eu-west-1' } },
      settings: { targetBucket: 'logs-{region}' },
      after: to('logs-eu-west-1', 'archive/'),
    },
  ],
  cannot: [
    {
      name: 'no target is configured',
      current: null,
      because: /set remediation\.settings\."aws\/s3\/access-logging"\.targetBucket/,
    },
    {
      name: 'the bucket is the target itself',
      current: null,
      settings: { targetBucket: 'records' },
      because: /log bucket itself/,
    },
    {
      name: 'the bucket is the target itself, by a placeholder',
      current: null,
      settings: { targetBucket: '{bucket}' },
      because: /log bucket itself/,
    },
  ],
  consequences: [
    {
      name: 'whether the logs may be delivered cannot be told',
      current: null,
      settings: { targetBucket: 'logs' },
      verdict: 'unknown',
      says: [
        ['safe', /answered as before/],
        ['unknown', /policy of logs admits logging\.s3\.amazonaws\.com, which was not looked at/],
      ],
    },
    {
      name: 'they are turned off again',
      current: to('logs', 'records/'),
      after: null,
      verdict: 'safe',
      saysNot: [/logging\.s3/],
    },
  ],
});
