import remedy from '../../../../remedies/aws/ec2/nacl-open-ingress.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const facts = { sharedBy: null, subnets: ['subnet-1', 'subnet-2'] };
const all = { 'in 100': 'allow -1 all from 0.0.0.0/0', 'out 100': 'allow -1 all from 0.0.0.0/0' };

testRemedy(remedy, {
  cures: [
    {
      name: 'as AWS makes it',
      current: all,
      after: {
        'in 100': 'allow -1 all from 10.0.0.0/8',
        'in 101': 'allow -1 all from 172.16.0.0/12',
        'in 102': 'allow -1 all from 192.168.0.0/16',
        'in 103': 'allow 6 443..443 from 0.0.0.0/0',
        'in 104': 'allow 6 1024..65535 from 0.0.0.0/0',
        'in 105': 'allow 17 1024..65535 from 0.0.0.0/0',
        'out 100': 'allow -1 all from 0.0.0.0/0',
      },
      facts,
    },
  ],
  cannot: [
    {
      name: 'it is narrow',
      current: { 'in 100': 'allow 6 443..443 from 0.0.0.0/0' },
      because: /no entry admits/,
    },
    {
      name: 'a refusal stands right behind',
      current: { ...all, 'in 101': 'deny -1 all from 0.0.0.0/0' },
      because: /no room/,
    },
  ],
  consequences: [
    {
      name: 'two subnets have it',
      current: all,
      facts,
      verdict: 'breaks',
      says: [
        ['breaks', /^its subnets \(subnet-1, subnet-2\) are reached from outside by TCP 443, 1024..65535/],
        ['unknown', /10.0.0.0\/8/],
        ['unknown', /ICMP/],
      ],
    },
    { name: 'no subnet has it', current: all, facts: { subnets: [] }, verdict: 'unknown' },
  ],
});
