import check from '../../../../checks/aws/ec2/enclave-host-open-ports.ts';
import { testCheck } from '../../../kit/test-check.ts';

const open = (from: number, to = from, protocol = 'tcp') => ({
  group: 'sg-1',
  protocol,
  from,
  to,
  ranges: ['0.0.0.0/0'],
});

testCheck(check, {
  pass: [
    { name: 'nothing', facts: { enclave: true, internetPorts: [] } },
    { name: 'web pages', facts: { enclave: true, internetPorts: [open(80), open(443)] } },
    { name: 'a protocol without ports', facts: { enclave: true, internetPorts: [open(8, 8, 'icmp')] } },
    {
      name: 'one that is usual there',
      facts: { enclave: true, internetPorts: [open(8443)] },
      settings: { usualPorts: ['8443'] },
    },
  ],
  fail: [
    {
      name: 'SSH',
      facts: { enclave: true, internetPorts: [open(443), open(22)] },
      because: /^sg-1 lets the internet in on TCP 22$/,
    },
    {
      name: 'a range that begins with a usual one',
      facts: { enclave: true, internetPorts: [open(443, 444)] },
      because: /TCP 443-444/,
    },
    { name: 'datagrams', facts: { enclave: true, internetPorts: [open(53, 53, 'udp')] }, because: /UDP 53/ },
    {
      name: 'everything',
      facts: { enclave: true, internetPorts: [open(0, 65535, '-1')] },
      because: /every port/,
    },
  ],
  notApplicable: [{ name: 'no enclave', facts: { enclave: false, internetPorts: [open(22)] } }],
});
