import check from '../../../../checks/aws/ebs/snapshot-public.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'shared with nobody', facts: { sharedWithAll: false, openToAll: false } },
    { name: 'shared with all, and the region blocks it', facts: { sharedWithAll: true, openToAll: false } },
  ],
  fail: [
    {
      name: 'shared with all',
      facts: { sharedWithAll: true, openToAll: true },
      because: /every AWS account/,
    },
  ],
});
