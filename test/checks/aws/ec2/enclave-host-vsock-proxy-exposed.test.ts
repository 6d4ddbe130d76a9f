import check from '../../../../checks/aws/ec2/enclave-host-vsock-proxy-exposed.ts';
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
    { name: 'just below the proxies', facts: { enclave: true, internetPorts: [open(5001, 7999)] } },
    { name: 'just above the proxies', facts: { enclave: true, internetPorts: [open(8091, 8999)] } },
    { name: 'datagrams', facts: { enclave: true, internetPorts: [open(8000, 8000, 'udp')] } },
  ],
  fail: [
    {
      name: 'the first',
      facts: { enclave: true, internetPorts: [open(8000)] },
      because: /^sg-1 lets the internet in on tcp 8000-8090, where/,
    },
    {
      name: 'the last',
      facts: { enclave: true, internetPorts: [open(8090, 8999)] },
      because: /tcp 8000-8090, where/,
    },
    { name: 'a single port', facts: { enclave: true, internetPorts: [open(9000)] }, because: /tcp 9000/ },
    {
      name: 'everything',
      facts: { enclave: true, internetPorts: [open(0, 65535, '-1')] },
      because: /5000.*8000-8090.*9000/,
    },
  ],
  notApplicable: [{ name: 'no enclave', facts: { enclave: false, internetPorts: [open(8000)] } }],
});
