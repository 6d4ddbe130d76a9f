import remedy from '../../../../remedies/aws/ec2/sg-dicom-open.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const open = { 'tcp 11112 from 0.0.0.0/0': 'for a test' };
const kept = { 'tcp 443 from 0.0.0.0/0': '', 'tcp 22 from 203.0.113.0/24': 'office' };
const lists = { 'pl-1': ['0.0.0.0/0'] };
const subject = { id: 'arn:aws:ec2:us-east-1:111122223333:security-group/sg-1', region: 'us-east-1', lists };
const at = { subject };
const facts = { usedBy: 2 };

testRemedy(remedy, {
  cures: [
    { name: 'one rule of three', current: { ...open, ...kept }, after: kept, facts, at },
    { name: 'everything', current: { ...kept, '-1 all from ::/0': '' }, after: kept, facts, at },
    { name: 'a prefix list', current: { ...kept, '-1 all from pl-1': '' }, after: kept, facts, at },
  ],
  cannot: [{ name: 'it is closed', current: kept, at, because: /open/ }],
  consequences: [
    {
      name: 'hosts have the group',
      current: { ...open, ...kept },
      at,
      facts,
      verdict: 'breaks',
      says: [['breaks', /"tcp 11112 from 0.0.0.0\/0" goes: .* 2 network interfaces/]],
      saysNot: [/203.0.113/],
    },
    { name: 'nothing has it', current: { ...open, ...kept }, at, facts: { usedBy: 0 }, verdict: 'safe' },
    {
      name: 'who has it is not known',
      current: { ...open, ...kept },
      at,
      verdict: 'breaks',
      says: [['unknown', /cannot be told/]],
    },
  ],
});
