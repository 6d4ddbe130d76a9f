import check from '../../../../checks/aws/cloudtrail/logging-on.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'one records', facts: { apiRecording: { recording: ['main'], stopped: [] } } },
    { name: 'one records, one stopped', facts: { apiRecording: { recording: ['main'], stopped: ['old'] } } },
  ],
  fail: [
    { name: 'no trail', facts: { apiRecording: { recording: [], stopped: [] } }, because: /no trail/ },
    { name: 'stopped', facts: { apiRecording: { recording: [], stopped: ['old'] } }, because: /old stopped/ },
  ],
});
