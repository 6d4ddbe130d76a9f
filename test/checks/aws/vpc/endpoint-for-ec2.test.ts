import check from '../../../../checks/aws/vpc/endpoint-for-ec2.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    {
      name: 'there',
      facts: { sharedBy: null, endpointServices: ['com.amazonaws.us-east-1.ec2'], interfaces: 3 },
    },
    {
      name: 'there, and nothing runs',
      facts: { sharedBy: null, endpointServices: ['com.amazonaws.us-east-1.ec2'], interfaces: 0 },
    },
  ],
  fail: [
    {
      name: 'none',
      facts: { sharedBy: null, endpointServices: [], interfaces: 1 },
      because: /no available endpoint for EC2/,
    },
    {
      name: 'for others only',
      facts: {
        sharedBy: null,
        endpointServices: ['com.amazonaws.us-east-1.s3', 'com.amazonaws.us-east-1.ec2messages'],
        interfaces: 1,
      },
      because: /EC2/,
    },
  ],
  notApplicable: [
    {
      name: 'nothing runs there',
      facts: { sharedBy: null, endpointServices: [], interfaces: 0 },
      because: /no network interface/,
    },
    {
      name: 'the endpoints are for the owner to make',
      facts: { sharedBy: '444455556666', endpointServices: [], interfaces: 1 },
      because: /account 444455556666 shares it/,
    },
  ],
});
