import check from '../../../../checks/aws/workspaces/volume-encryption.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'both', facts: { encrypted: { root: true, user: true } } }],
  fail: [
    { name: 'the user volume', facts: { encrypted: { root: true, user: false } }, because: /user volume/ },
    { name: 'the root volume', facts: { encrypted: { root: false, user: true } }, because: /root volume/ },
    { name: 'neither', facts: { encrypted: { root: false, user: false } }, because: /neither/ },
  ],
});
