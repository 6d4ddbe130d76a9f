import check from '../../../../checks/aws/ebs/volume-encrypted.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'encrypted', facts: { encrypted: true, attachedTo: ['i-1'] } }],
  fail: [
    {
      name: 'plain, in use',
      facts: { encrypted: false, attachedTo: ['i-1', 'i-2'] },
      because: /attached to i-1, i-2/,
    },
    {
      name: 'plain, in a drawer',
      facts: { encrypted: false, attachedTo: [] },
      because: /attached to no instance/,
    },
  ],
});
