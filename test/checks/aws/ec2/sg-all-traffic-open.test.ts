import check from '../../../../checks/aws/ec2/sg-all-traffic-open.ts';
import { testCheck } from '../../../kit/test-check.ts';

const door = (from: number, to: number, says: string, over: 'tcp' | 'udp' | 'all' = 'tcp') => ({
  tcp: over !== 'udp',
  udp: over !== 'tcp',
  from,
  to,
  every: from <= 1 && to === 65_535 && over !== 'udp',
  says,
});
const all = door(0, 65_535, 'every port of every protocol from 0.0.0.0/0', 'all');

testCheck(check, {
  pass: [
    { name: 'nothing open', facts: { openToInternet: [], usedBy: 1 } },
    { name: 'from port 2 on', facts: { openToInternet: [door(2, 65_535, 'TCP')], usedBy: 1 } },
    { name: 'up to the last but one', facts: { openToInternet: [door(0, 65_534, 'TCP')], usedBy: 1 } },
    { name: 'UDP alone', facts: { openToInternet: [door(0, 65_535, 'UDP', 'udp')], usedBy: 1 } },
  ],
  fail: [
    {
      name: 'everything',
      facts: { openToInternet: [all], usedBy: 1 },
      because: /^every port of every protocol/,
    },
    {
      name: 'every TCP port',
      facts: { openToInternet: [door(1, 65_535, 'every TCP port from ::/0')], usedBy: 1 },
      because: /every TCP port/,
    },
    {
      name: 'nothing uses the group',
      facts: { openToInternet: [all], usedBy: 0 },
      because: /; no network interface uses the group now$/,
    },
  ],
});
