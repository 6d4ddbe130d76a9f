import check from '../../../../checks/aws/s3/bucket-tls-only.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'denied',
      facts: {
        plainHttp: { refused: true, because: 'every S3 action over plain HTTP is denied to everyone' },
      },
    },
  ],
  fail: [
    {
      name: 'no policy',
      facts: { plainHttp: { refused: false, because: 'there is no bucket policy' } },
      because: /no bucket policy/,
    },
  ],
});
