import check from '../../../../checks/aws/config/recorder-on.ts';
import { testCheck } from '../../../kit/test-check.ts';

const configRecorder = {
  name: 'default',
  recording: true,
  delivers: true,
  lastStatus: 'SUCCESS',
  everyType: true,
};

testCheck(check, {
  pass: [
    { name: 'recording', facts: { configRecorder } },
    { name: 'chosen types', facts: { configRecorder: { ...configRecorder, everyType: false } } },
    { name: 'nothing delivered yet', facts: { configRecorder: { ...configRecorder, lastStatus: null } } },
    { name: 'a first delivery', facts: { configRecorder: { ...configRecorder, lastStatus: 'PENDING' } } },
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
      name: 'delivery fails',
      facts: { configRecorder: { ...configRecorder, lastStatus: 'FAILURE' } },
      because: /failed to deliver/,
    },
  ],
});
