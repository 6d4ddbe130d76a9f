import check from '../../../../checks/aws/ec2/instance-too-old.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'day 180', facts: { state: 'running', builtAt: daysAgo(180).toISOString() } }],
  fail: [
    {
      name: 'day 181',
      facts: { state: 'running', builtAt: daysAgo(181).toISOString() },
      because: /181 days ago; 180 are allowed/,
    },
  ],
  notApplicable: [{ name: 'stopped', facts: { state: 'stopped', builtAt: daysAgo(999).toISOString() } }],
});
