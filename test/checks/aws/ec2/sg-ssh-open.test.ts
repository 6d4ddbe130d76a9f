import check from '../../../../checks/aws/ec2/sg-ssh-open.ts';
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
    { name: 'one port below', facts: { openToInternet: [door(20, 21, 'TCP')], usedBy: 1 } },
    { name: 'one port above', facts: { openToInternet: [door(23, 30, 'TCP')], usedBy: 1 } },
    {
      name: 'UDP of the same number',
      facts: { openToInternet: [door(22, 22, 'UDP 22 from 0.0.0.0/0', 'udp')], usedBy: 1 },
    },
    {
      name: 'another port is asked about',
      facts: { openToInternet: [door(22, 22, 'TCP 22 from 0.0.0.0/0')], usedBy: 1 },
      settings: { ports: ['39'] },
    },
  ],
  fail: [
    {
      name: 'the port',
      facts: { openToInternet: [door(22, 22, 'TCP 22 from ::/0')], usedBy: 1 },
      because: /^TCP 22 from ::\/0$/,
    },
    {
      name: 'the last of a range',
      facts: { openToInternet: [door(20, 22, 'TCP 20 to 22 from 0.0.0.0/0')], usedBy: 1 },
      because: /20 to 22 from 0.0.0.0\/0, .*22 among them/,
    },
    {
      name: 'the first of a range',
      facts: { openToInternet: [door(22, 30, 'TCP 22 to 30 from 0.0.0.0/0')], usedBy: 1 },
      because: /22.* among them/,
    },
    {
      name: 'every port',
      facts: { openToInternet: [all], usedBy: 1 },
      because: /every port of every protocol.*22.* among them/,
    },
    {
      name: 'nothing uses the group',
      facts: { openToInternet: [all], usedBy: 0 },
      because: /no network interface uses the group now/,
    },
  ],
});
