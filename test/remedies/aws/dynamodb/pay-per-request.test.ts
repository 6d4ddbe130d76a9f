import remedy from '../../../../remedies/aws/dynamodb/pay-per-request.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const facts = {
  description: {
    status: 'ACTIVE',
    onDemand: false,
    capacity: { read: 1, write: 1 },
    indexes: {},
    keyArn: null,
  },
};
const billing = { capacity: { read: 1, write: 1 }, indexes: {} };

testRemedy(remedy, {
  cures: [
    {
      name: 'provisioned',
      current: billing,
      after: null,
      facts: { ...facts, notScaling: ['write capacity'] },
    },
  ],
  consequences: [{ name: 'nothing breaks', current: billing, verdict: 'safe' }],
});
