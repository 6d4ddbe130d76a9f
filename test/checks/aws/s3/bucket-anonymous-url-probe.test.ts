import check from '../../../../checks/aws/s3/bucket-anonymous-url-probe.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'refused twice', facts: { anonymousProbe: { bucket: 'refuses', unknownKey: 'refuses' } } }],
  fail: [
    {
      name: 'the bucket answers',
      facts: { anonymousProbe: { bucket: 'answers', unknownKey: 'answers' } },
      because: /HEAD on the bucket was answered/,
    },
    {
      name: 'an unknown key is "not found"',
      facts: { anonymousProbe: { bucket: 'refuses', unknownKey: 'answers' } },
      because: /unknown key/,
    },
  ],
});
