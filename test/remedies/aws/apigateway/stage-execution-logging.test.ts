import remedy from '../../../../remedies/aws/apigateway/stage-execution-logging.ts';
import type { Subject } from '../../../../src/domain/catalog.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    { name: 'off', current: { '*/*': 'OFF' }, after: { '*/*': 'ERROR' } },
    {
      name: 'what is on stays',
      current: { '*/*': 'INFO', '~1a/GET': 'OFF', '~1a/PUT': 'ERROR' },
      after: { '*/*': 'INFO', '~1a/GET': 'ERROR', '~1a/PUT': 'ERROR' },
    },
    { name: 'everything', current: { '*/*': 'OFF' }, after: { '*/*': 'INFO' }, settings: { level: 'INFO' } },
  ],
  cannot: [
    {
      name: 'what patients send would be in the log',
      current: { '*/*': 'OFF' },
      at: { subject: { id: 'arn:aws:apigateway:one', region: 'us-east-1', loggedWhole: ['*/*'] } as Subject },
      because: /requests and answers whole/,
    },
  ],
  consequences: [
    {
      name: 'a role is set',
      current: { '*/*': 'OFF' },
      facts: { logRole: 'arn:aws:iam::111122223333:role/logs' },
      verdict: 'safe',
    },
    {
      name: 'no role is set',
      current: { '*/*': 'OFF' },
      facts: { logRole: null },
      verdict: 'unknown',
      says: [['unknown', /no role in this region/]],
    },
  ],
});
