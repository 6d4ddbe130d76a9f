import remedy from '../../../../remedies/aws/transfer/server-logging.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const logGroupArn = 'arn:aws:logs:us-east-1:111122223333:log-group:/aws/transfer/records:*';
const facts = { loggingRole: null };

testRemedy(remedy, {
  cures: [{ name: 'no log', current: [], settings: { logGroupArn }, after: [logGroupArn], facts }],
  cannot: [
    { name: 'no log group is named', current: [], because: /set logGroupArn/ },
    { name: 'no log group', current: [], settings: { logGroupArn: 'transfer' }, because: /not the ARN/ },
    {
      name: 'the ARN without its end',
      current: [],
      settings: { logGroupArn: logGroupArn.slice(0, -2) },
      because: /ends with :\*/,
    },
    {
      name: 'another region',
      current: [],
      settings: { logGroupArn: logGroupArn.replace('us-east-1', 'eu-west-1') },
      because: /eu-west-1 and the server in us-east-1/,
    },
  ],
  consequences: [{ name: 'nothing breaks', current: [], settings: { logGroupArn }, verdict: 'safe' }],
});
