import check from '../../../../checks/aws/vpc/vpn-tunnels-up.ts';
import { testCheck } from '../../../kit/test-check.ts';

const [up, down] = [true, false].map((is, at) => ({ address: `198.51.100.${at + 1}`, up: is })) as [
  { address: string; up: boolean },
  { address: string; up: boolean },
];

testCheck(check, {
  pass: [{ name: 'two', facts: { state: 'available', tunnels: [up, up] } }],
  fail: [
    {
      name: 'one',
      facts: { state: 'available', tunnels: [up, down] },
      because: /^1 of 2 tunnels up; down: 198.51.100.2$/,
    },
    { name: 'none', facts: { state: 'available', tunnels: [down, down] }, because: /^0 of 2/ },
    { name: 'none are told', facts: { state: 'available', tunnels: [] }, because: /^0 of 0 tunnels up$/ },
  ],
  notApplicable: [
    { name: 'being made', facts: { state: 'pending', tunnels: [] }, because: /pending/ },
    { name: 'being deleted', facts: { state: 'deleting', tunnels: [down, down] }, because: /deleting/ },
  ],
});
