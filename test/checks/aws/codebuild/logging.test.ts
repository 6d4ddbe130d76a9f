import check from '../../../../checks/aws/codebuild/logging.ts';
import { testCheck } from '../../../kit/test-check.ts';

const cloudWatch = { on: true };
const s3 = { on: false };

testCheck(check, {
  pass: [
    { name: 'never set', facts: { logs: null } },
    { name: 'CloudWatch Logs', facts: { logs: { cloudWatch, s3: null } } },
    {
      name: 'S3 alone',
      facts: { logs: { cloudWatch: { on: false }, s3: { on: true } } },
    },
    { name: 'S3 is off, of CloudWatch Logs nothing is said', facts: { logs: { cloudWatch: null, s3 } } },
  ],
  fail: [
    {
      name: 'both are off',
      facts: { logs: { cloudWatch: { on: false }, s3 } },
      because: /off/,
    },
    {
      name: 'CloudWatch Logs are off, of S3 nothing is said',
      facts: { logs: { cloudWatch: { on: false }, s3: null } },
      because: /off/,
    },
  ],
});
