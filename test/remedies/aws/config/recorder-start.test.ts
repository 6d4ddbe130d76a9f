import remedy from '../../../../remedies/aws/config/recorder-start.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const configRecorder = {
  name: 'default',
  recording: false,
  delivers: true,
  deliveryError: null,
  lastStatus: 'SUCCESS',
  everyType: true,
};

testRemedy(remedy, {
  cures: [
    {
      name: 'stopped',
      current: { recorder: 'default', on: false },
      after: { recorder: 'default', on: true },
      facts: { configRecorder },
    },
  ],
  cannot: [
    { name: 'none', current: null, because: /no recorder/ },
    { name: 'running', current: { recorder: 'default', on: true }, because: /runs already/ },
  ],
  consequences: [
    {
      name: 'what it costs is not known',
      current: { recorder: 'default', on: false },
      verdict: 'unknown',
      says: [['unknown', /AWS charges/]],
    },
  ],
});
