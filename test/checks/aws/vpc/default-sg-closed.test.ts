import check from '../../../../checks/aws/vpc/default-sg-closed.ts';
import { testCheck } from '../../../kit/test-check.ts';

const empty = { ingress: {}, egress: {} };
const out = { '-1 all from 0.0.0.0/0': '' };

testCheck(check, {
  pass: [{ name: 'no rule', facts: { isDefault: true, rules: empty, usedBy: 0 } }],
  fail: [
    {
      name: 'AWS makes it so',
      facts: {
        isDefault: true,
        rules: { ingress: { '-1 all from 111122223333/sg-1': '' }, egress: out },
        usedBy: 0,
      },
      because: /^inbound rules: 1, outbound rules: 1; no network interface uses the group now$/,
    },
    {
      name: 'one rule outwards',
      facts: { isDefault: true, rules: { ingress: {}, egress: out }, usedBy: 2 },
      because: /inbound rules: 0, outbound rules: 1; 2 network interfaces use/,
    },
  ],
  notApplicable: [
    { name: 'another group', facts: { isDefault: false, rules: { ingress: {}, egress: out }, usedBy: 0 } },
  ],
});
