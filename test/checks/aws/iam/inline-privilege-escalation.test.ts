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
    {
      name: 'three',
      facts: { grants: some, escalations: ['a', 'b', 'c'] },
      because: /may come to all rights by a, b, c$/,
    },
    {
      name: 'four',
      facts: { grants: some, escalations: ['a', 'b', 'c', 'd'] },
      because: /c and 1 more$/,
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
