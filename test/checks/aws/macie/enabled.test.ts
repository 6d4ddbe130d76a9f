import check from '../../../../checks/aws/macie/enabled.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { macie: 'on', hasBuckets: true } }],
  fail: [
    { name: 'off', facts: { macie: 'off', hasBuckets: true }, because: /off/ },
    { name: 'paused', facts: { macie: 'paused', hasBuckets: true }, because: /paused/ },
  ],
  notApplicable: [{ name: 'nothing to search', facts: { macie: 'off', hasBuckets: false } }],
});
