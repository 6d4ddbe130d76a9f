import check from '../../../../checks/aws/ec2/sg-common-ports-open.ts';
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
    { name: 'the web', facts: { openToInternet: [door(443, 443, 'TCP 443')], usedBy: 1 } },
    { name: 'between two', facts: { openToInternet: [door(3307, 3388, 'TCP')], usedBy: 1 } },
    { name: 'UDP of a database', facts: { openToInternet: [door(5432, 5432, 'UDP', 'udp')], usedBy: 1 } },
    {
      name: 'another list',
      facts: { openToInternet: [door(5432, 5432, 'TCP')], usedBy: 1 },
      settings: { tcpPorts: ['3389'] },
    },
  ],
  fail: [
    {
      name: 'remote desktop',
      facts: { openToInternet: [door(3389, 3389, 'TCP 3389 from 0.0.0.0/0')], usedBy: 1 },
      because: /^TCP 3389 from 0.0.0.0\/0$/,
    },
    {
      name: 'remote desktop over UDP',
      facts: { openToInternet: [door(3389, 3389, 'UDP 3389 from 0.0.0.0/0', 'udp')], usedBy: 1 },
      because: /^UDP 3389/,
    },
    {
      name: 'up to a database',
      facts: { openToInternet: [door(3300, 3306, 'TCP 3300 to 3306')], usedBy: 1 },
      because: /3306 among them/,
    },
    {
      name: 'every port, and nothing uses the group',
      facts: { openToInternet: [all], usedBy: 0 },
      because: /20, 21, .*27018 among them; no network interface uses the group now/,
    },
  ],
});
