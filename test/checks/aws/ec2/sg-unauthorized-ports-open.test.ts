import check from '../../../../checks/aws/ec2/sg-unauthorized-ports-open.ts';
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
    {
      name: 'the web',
      facts: { openToInternet: [door(80, 80, 'TCP 80'), door(443, 443, 'TCP 443')], usedBy: 1 },
    },
    {
      name: 'approved, all of the range',
      facts: { openToInternet: [door(8000, 8001, 'TCP')], usedBy: 1 },
      settings: { approvedTcpPorts: ['8000', '8001'] },
    },
    {
      name: 'HTTP/3, approved',
      facts: { openToInternet: [door(443, 443, 'UDP', 'udp')], usedBy: 1 },
      settings: { approvedUdpPorts: ['443'] },
    },
    {
      name: 'ping is no port',
      facts: { openToInternet: [{ ...all, tcp: false, udp: false, every: false }], usedBy: 1 },
    },
  ],
  fail: [
    {
      name: 'another',
      facts: { openToInternet: [door(8080, 8080, 'TCP 8080 from 0.0.0.0/0')], usedBy: 1 },
      because: /^TCP 8080 from 0.0.0.0\/0$/,
    },
    {
      name: 'one port more than approved',
      facts: { openToInternet: [door(8000, 8002, 'TCP 8000 to 8002')], usedBy: 1 },
      settings: { approvedTcpPorts: ['8000', '8001'] },
      because: /8000 to 8002/,
    },
    {
      name: 'UDP of an approved number',
      facts: { openToInternet: [door(443, 443, 'UDP 443', 'udp')], usedBy: 1 },
      because: /UDP 443/,
    },
    {
      name: 'every port, and nothing uses the group',
      facts: { openToInternet: [all], usedBy: 0 },
      because: /every port of every protocol.*; no network interface uses the group now/,
    },
  ],
});
