import remedy from '../../../../remedies/aws/cloudwatch/alarm-actions.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const topic = 'arn:aws:sns:us-east-1:111122223333:ops';
const at = (...actions: readonly string[]) => ({
  subject: {
    id: 'arn:aws:cloudwatch:us-east-1:111122223333:alarm:x',
    region: 'us-east-1',
    name: 'x',
    actions,
  },
});
const facts = { actions: [topic], toldBy: [] };

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true, facts, at: at(topic) }],
  cannot: [
    { name: 'on', current: true, at: at(), because: /a person must say/ },
    {
      name: 'it would stop a server',
      current: false,
      at: at(topic, 'arn:aws:automate:us-east-1:ec2:stop'),
      because: /ec2:stop.*a person must decide/,
    },
  ],
  consequences: [{ name: 'people are told', current: false, at: at(topic), verdict: 'safe' }],
});
