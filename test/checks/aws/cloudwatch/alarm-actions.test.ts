import check from '../../../../checks/aws/cloudwatch/alarm-actions.ts';
import { testCheck } from '../../../kit/test-check.ts';

const facts = { actionsEnabled: true, actions: ['arn:aws:sns:us-east-1:111122223333:ops'], toldBy: [] };

testCheck(check, {
  pass: [
    { name: 'an action', facts },
    { name: 'none, and a composite alarm tells of it', facts: { ...facts, actions: [], toldBy: ['site'] } },
    {
      name: 'off, and a composite alarm tells of it',
      facts: { ...facts, actionsEnabled: false, toldBy: ['site'] },
    },
  ],
  fail: [
    { name: 'no action', facts: { ...facts, actions: [] }, because: /no action/ },
    { name: 'actions off', facts: { ...facts, actionsEnabled: false }, because: /actionsEnabled is off/ },
  ],
});
