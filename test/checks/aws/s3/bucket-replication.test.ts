import check from '../../../../checks/aws/s3/bucket-replication.ts';
import { testCheck } from '../../../kit/test-check.ts';

const to = (region: string, wholeBucket?: boolean) => ({
  bucket: 'copies',
  account: '111122223333',
  region,
  ...(wholeBucket !== undefined && { wholeBucket }),
});

testCheck(check, {
  pass: [
    {
      name: 'all of it to another region, and a part elsewhere',
      facts: {
        replicationTargets: [to('eu-west-1', false), to('us-west-2', true)],
        copiedToOtherRegion: true,
      },
    },
    { name: 'another region', facts: { replicationTargets: [to('us-west-2')], copiedToOtherRegion: true } },
  ],
  fail: [
    {
      name: 'a part to another region',
      facts: { replicationTargets: [to('us-west-2', false)], copiedToOtherRegion: true },
      because: /only part of the bucket is copied/,
    },
    {
      name: 'a part to another region, and all of it within this one',
      facts: {
        replicationTargets: [to('us-west-2', false), to('us-east-1', true)],
        copiedToOtherRegion: true,
      },
      because: /only part of the bucket is copied/,
    },
    {
      name: 'off',
      facts: { replicationTargets: [], copiedToOtherRegion: false },
      because: /replication is off/,
    },
    {
      name: 'same region',
      facts: { replicationTargets: [to('us-east-1')], copiedToOtherRegion: false },
      because: /same region/,
    },
  ],
});
