import check from '../../../../checks/aws/iam/inline-privilege-escalation.ts';
import { testCheck } from '../../../kit/test-check.ts';

const some = { everything: false, services: [] };
const all = { everything: true, services: ['*'] };

testCheck(check, {
  pass: [{ name: 'nothing of the kind', facts: { grants: some, escalations: [] } }],
  fail: [
    {
      name: 'one',
      facts: { grants: some, escalations: ['iam:PassRole + ec2:RunInstances'] },
      because: /by iam:PassRole \+ ec2:RunInstances$/,
    },
    { name: 'three', facts: { grants: some, escalations: ['a', 'b', 'c'] }, because: /by a, or b, or c$/ },
    {
      name: 'four',
      facts: { grants: some, escalations: ['a', 'b', 'c', 'd'] },
      because: /c and 1 more ways$/,
    },
  ],
  notApplicable: [
    {
      name: 'everything',
      facts: { grants: all, escalations: ['iam:PassRole + ec2:RunInstances'] },
      because: /everything/,
    },
  ],
});
