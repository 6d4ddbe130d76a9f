import check from '../../../../checks/aws/ebs/backup-plan.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'in a plan', facts: { backup: { plans: ['nightly'], plansOfInstances: [] } } },
    { name: 'its instance is in a plan', facts: { backup: { plans: [], plansOfInstances: ['nightly'] } } },
  ],
  fail: [
    { name: 'in none', facts: { backup: { plans: [], plansOfInstances: [] } }, because: /no selection/ },
  ],
});
