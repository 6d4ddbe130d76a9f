import check from '../../../../checks/aws/s3/bucket-replication.ts';
import { testCheck } from '../../../kit/test-check.ts';

const to = (region: string) => ({ bucket: 'copies', account: '111122223333', region });

testCheck(check, {
  pass: [
    { name: 'another region', facts: { replicationTargets: [to('us-west-2')], copiedToOtherRegion: true } },
  ],
  fail: [
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
