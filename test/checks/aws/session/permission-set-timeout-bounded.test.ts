import check from '../../../../checks/aws/session/permission-set-timeout-bounded.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: '8 hours', facts: { sessionOf: { name: 'Nurses', hours: 8 } } }],
  fail: [
    {
      name: '8 hours and a half',
      facts: { sessionOf: { name: 'Nurses', hours: 8.5 } },
      because: /Nurses lasts 8.5 hours/,
    },
  ],
});
