import check from '../../../../checks/aws/macie/enabled.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'on', facts: { macie: 'on' } }],
  fail: [
    { name: 'off', facts: { macie: 'off' }, because: /off/ },
    { name: 'paused', facts: { macie: 'paused' }, because: /paused/ },
  ],
});
