import check from '../../../../checks/aws/dynamodb/autoscaling.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'by request', facts: { notScaling: null } },
    { name: 'everything scales', facts: { notScaling: [] } },
  ],
  fail: [
    {
      name: 'writes do not',
      facts: { notScaling: ['write capacity'] },
      because: /nothing scales its write capacity/,
    },
    {
      name: 'an index does not',
      facts: { notScaling: ['read capacity of index by-day'] },
      because: /by-day/,
    },
  ],
});
