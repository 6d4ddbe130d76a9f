import check from '../../../../checks/aws/session/timeout-bounded.ts';
import { testCheck } from '../../../kit/test-check.ts';

const closed = { open: null, outsiders: [], onlyServices: false, asksMfa: false };

testCheck(check, {
  pass: [
    { name: '8 hours', facts: { madeBy: 'customer', trust: closed, maxSessionHours: 8 } },
    {
      name: '12 hours are allowed',
      facts: { madeBy: 'customer', trust: closed, maxSessionHours: 12 },
      settings: { maxHours: 12 },
    },
  ],
  fail: [
    {
      name: '8 hours and a second',
      facts: { madeBy: 'customer', trust: closed, maxSessionHours: 28_801 / 3600 },
      because: /limit is 8/,
    },
    {
      name: '12 hours',
      facts: { madeBy: 'customer', trust: closed, maxSessionHours: 12 },
      because: /up to 12 hours/,
    },
  ],
  notApplicable: [
    {
      name: 'linked to a service',
      facts: { madeBy: 'AWS', trust: closed, maxSessionHours: 12 },
      because: /AWS made/,
    },
    {
      name: 'of a permission set',
      facts: { madeBy: 'IAM Identity Center', trust: closed, maxSessionHours: 12 },
      because: /permission set/,
    },
    {
      name: 'for services',
      facts: { madeBy: 'customer', trust: { ...closed, onlyServices: true }, maxSessionHours: 12 },
      because: /services/,
    },
  ],
});
