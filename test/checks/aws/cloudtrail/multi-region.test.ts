import check from '../../../../checks/aws/cloudtrail/multi-region.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'reads and writes',
      facts: { everyRegionRecording: { trails: ['main'], reads: 'all', writes: 'all' } },
    },
  ],
  fail: [
    {
      name: 'no such trail',
      facts: { everyRegionRecording: { trails: [], reads: 'none', writes: 'none' } },
      because: /no trail/,
    },
    {
      name: 'writes only',
      facts: { everyRegionRecording: { trails: ['main'], reads: 'none', writes: 'all' } },
      because: /leaves out management reads/,
    },
    {
      name: 'some of both',
      facts: { everyRegionRecording: { trails: ['main'], reads: 'some', writes: 'some' } },
      because: /reads and writes/,
    },
  ],
});
