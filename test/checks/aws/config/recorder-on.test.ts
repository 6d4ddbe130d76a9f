import check from '../../../../checks/aws/config/recorder-on.ts';
import { testCheck } from '../../../kit/test-check.ts';

const configRecorder = {
  name: 'default',
  recording: true,
  delivers: true,
  deliveryError: null,
  lastStatus: 'SUCCESS',
  everyType: true,
};

testCheck(check, {
  pass: [
    { name: 'recording', facts: { configRecorder } },
    { name: 'chosen types', facts: { configRecorder: { ...configRecorder, everyType: false } } },
    { name: 'nothing recorded yet', facts: { configRecorder: { ...configRecorder, lastStatus: null } } },
    { name: 'a first record', facts: { configRecorder: { ...configRecorder, lastStatus: 'PENDING' } } },
  ],
  fail: [
    { name: 'no recorder', facts: { configRecorder: null }, because: /no recorder/ },
    {
      name: 'stopped',
      facts: { configRecorder: { ...configRecorder, recording: false } },
      because: /default is stopped/,
    },
    {
      name: 'no channel',
      facts: { configRecorder: { ...configRecorder, delivers: false } },
      because: /no delivery channel/,
    },
    {
      name: 'the bucket is gone',
      facts: { configRecorder: { ...configRecorder, deliveryError: 'NoSuchBucket' } },
      because: /does not arrive in its bucket: NoSuchBucket/,
    },
    {
      name: 'recording fails',
      facts: { configRecorder: { ...configRecorder, lastStatus: 'FAILURE' } },
      because: /failed at what it last recorded/,
    },
  ],
});
