import check from '../../../../checks/aws/iam/privilege-escalation.ts';
import { testCheck } from '../../../kit/test-check.ts';

const some = { everything: false, services: [] };
const all = { everything: true, services: ['*'] };

testCheck(check, {
  pass: [{ name: 'nothing of the kind', facts: { attachments: 1, grants: some, escalations: [] } }],
  fail: [
    {
      name: 'one',
      facts: { attachments: 1, grants: some, escalations: ['iam:PassRole + ec2:RunInstances'] },
      because: /by iam:PassRole \+ ec2:RunInstances$/,
    },
    {
      name: 'three',
      facts: { attachments: 1, grants: some, escalations: ['a', 'b', 'c'] },
      because: /may come to all rights by a, b, c$/,
    },
    {
      name: 'four',
      facts: { attachments: 1, grants: some, escalations: ['a', 'b', 'c', 'd'] },
      because: /c and 1 more$/,
    },
  ],
  notApplicable: [
    {
      name: 'everything',
      facts: { attachments: 1, grants: all, escalations: ['iam:PassRole + ec2:RunInstances'] },
      because: /everything/,
    },
    {
      name: 'held by nobody',
      facts: { attachments: 0, grants: some, escalations: ['iam:PassRole + ec2:RunInstances'] },
      because: /nobody/,
    },
  ],
});
