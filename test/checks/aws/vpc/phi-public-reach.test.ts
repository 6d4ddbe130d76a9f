import check from '../../../../checks/aws/vpc/phi-public-reach.ts';
import { testCheck } from '../../../kit/test-check.ts';

const door = {
  address: '198.51.100.7',
  group: 'sg-1',
  protocol: 'tcp',
  from: 22,
  to: 22,
  ranges: ['0.0.0.0/0'],
};
const phi = { key: 'DataClassification', value: 'PHI', on: 'subnet-1' };

testCheck(check, {
  pass: [
    { name: 'the internet does not reach it', facts: { internetDoors: [], vpcTags: [] } },
    {
      name: 'it answers to ping alone',
      facts: { internetDoors: [{ ...door, protocol: 'icmp', from: 8, to: -1 }], vpcTags: [phi] },
    },
    { name: 'nothing in its VPC is tagged', facts: { internetDoors: [door], vpcTags: [] } },
    {
      name: 'nothing in its VPC is tagged PHI',
      facts: {
        internetDoors: [door],
        vpcTags: [{ key: 'DataClassification', value: 'public', on: 'subnet-1' }],
      },
    },
  ],
  fail: [
    {
      name: 'a tunnel, and ping',
      facts: {
        internetDoors: [
          { ...door, protocol: 'icmpv6', from: 128, to: -1 },
          { ...door, protocol: '47', from: 0, to: 65_535 },
        ],
        vpcTags: [phi],
      },
      because: /reaches 198.51.100.7 on protocol 47 \(sg-1\)/,
    },
    {
      name: 'a subnet holds PHI',
      facts: { internetDoors: [door], vpcTags: [phi] },
      because:
        /reaches 198\.51\.100\.7 on TCP 22 \(sg-1\), and in its VPC subnet-1 is tagged DataClassification: PHI/,
    },
    {
      name: 'a range of ports',
      facts: { internetDoors: [{ ...door, to: 25 }], vpcTags: [phi] },
      because: /TCP 22-25/,
    },
    {
      name: 'every port',
      facts: { internetDoors: [{ ...door, protocol: '-1', from: 0, to: 65535 }], vpcTags: [phi] },
      because: /every port/,
    },
    {
      name: 'by a tag of their own',
      facts: { internetDoors: [door], vpcTags: [{ key: 'Class', value: 'Patients', on: 'vpc-1' }] },
      settings: { phiKeys: ['Class'], phiValues: ['Patients'] },
      because: /vpc-1/,
    },
  ],
});
