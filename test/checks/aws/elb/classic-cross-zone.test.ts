import check from '../../../../checks/aws/elb/classic-cross-zone.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'on', facts: { crossZone: true, zones: ['a', 'b'] } },
    { name: 'on, in one zone', facts: { crossZone: true, zones: ['a'] } },
  ],
  fail: [
    {
      name: 'off, in two zones',
      facts: { crossZone: false, zones: ['a', 'b'] },
      because: /off, over 2 zones/,
    },
  ],
  notApplicable: [
    { name: 'off, in one zone', facts: { crossZone: false, zones: ['a'] }, because: /one zone/ },
  ],
});
