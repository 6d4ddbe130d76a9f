import remedy from '../../../../remedies/aws/guardduty/enable.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    { name: 'no detector', current: null, after: 'on', facts: { guardDuty: null } },
    {
      name: 'suspended',
      current: 'suspended',
      after: 'on',
      facts: { guardDuty: { id: 'd1', on: false, s3: true } },
    },
  ],
  consequences: [
    {
      name: 'no detector',
      current: null,
      verdict: 'unknown',
      says: [
        ['safe', /service-linked role/],
        ['unknown', /all protection plans/],
      ],
    },
    {
      name: 'suspended',
      current: 'suspended',
      verdict: 'unknown',
      saysNot: [/service-linked role/, /protection plans/],
    },
  ],
});
