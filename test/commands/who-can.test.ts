import command from '../../commands/who-can.ts';
import { viewOf } from '../kit/sample-remediations.ts';
import { testCommand } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'a verb',
      says: 'who-can approve',
      expect: /It needs the role approver\. Ravi and Olga have it\./,
    },
    { name: 'two roles', says: 'who-can drill', expect: /officer or admin\. Olga and Adam have it\./ },
    {
      name: 'a request',
      says: 'who-can approve R-12',
      expect: /R-12 can be approved now by Ravi and Olga\./,
    },
    {
      name: 'a request that nobody may approve',
      says: 'who-can approve R-12',
      samples: { views: [{ ...viewOf({}), approvers: [] }] },
      expect: /Nobody can approve R-12 now/,
    },
    { name: 'everybody', says: 'who-can help', expect: /Everybody may say it/ },
    { name: 'no such verb', says: 'who-can aprove', expect: /Did you mean “approve”\?/ },
    { name: 'no such request', says: 'who-can approve R-99', expect: /There is no request “R-99”/ },
  ],
});
