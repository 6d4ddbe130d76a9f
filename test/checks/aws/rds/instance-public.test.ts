import check from '../../../../checks/aws/rds/instance-public.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'no public address', facts: { publicReach: null } }],
  fail: [
    {
      name: 'a public address, and a group that lets the internet in',
      facts: { publicReach: { through: ['sg-open'], unseen: [] } },
      because: /on, and sg-open lets the internet/,
    },
    {
      name: 'a public address that the groups keep shut',
      facts: { publicReach: { through: [], unseen: [] } },
      because: /its security groups let nobody in/,
    },
    {
      name: 'a public address, and a group of another account',
      facts: { publicReach: { through: [], unseen: ['sg-theirs'] } },
      because: /sg-theirs lets in cannot be seen/,
    },
  ],
});
