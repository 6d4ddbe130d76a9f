import remedy from '../../../../remedies/aws/autoscaling/group-elb-health-check.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const facts = { balancers: 1 };

testRemedy(remedy, {
  cures: [
    {
      name: 'EC2, with no time to start',
      current: { types: 'EC2', graceSeconds: 0 },
      after: { types: 'ELB', graceSeconds: 300 },
      facts,
    },
    {
      name: 'others too, and more time',
      current: { types: 'EBS,EC2', graceSeconds: 301 },
      after: { types: 'ELB,EBS', graceSeconds: 301 },
      facts,
    },
  ],
  consequences: [
    {
      name: 'ill hosts are replaced',
      current: { types: 'EC2', graceSeconds: 0 },
      verdict: 'unknown',
      says: [['unknown', /300 seconds/]],
    },
  ],
});
