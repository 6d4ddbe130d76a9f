import remedy from '../../../../remedies/aws/dynamodb/managed-key.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const description = {
  status: 'ACTIVE',
  onDemand: true,
  capacity: { read: 0, write: 0 },
  indexes: {},
  keyArn: null,
  replicas: [],
};
const facts = { description, resourcePolicy: null };

testRemedy(remedy, {
  cures: [{ name: 'a key that AWS owns', current: null, after: { customerKey: null } }],
  cannot: [
    { name: "AWS's key of the account", current: { customerKey: null }, because: /already/ },
    {
      name: "a customer's key",
      current: { customerKey: 'arn:aws:kms:us-east-1:111122223333:key/k' },
      because: /already/,
    },
  ],
  consequences: [
    {
      name: 'a table alone',
      current: null,
      facts,
      verdict: 'safe',
      says: [['safe', /four such changes/]],
      saysNot: [/policy/, /replicas/],
    },
    {
      name: 'another account may use it',
      current: null,
      facts: { ...facts, resourcePolicy: '{}' },
      verdict: 'unknown',
      says: [['unknown', /another account/]],
    },
    {
      name: 'a global table',
      current: null,
      facts: { ...facts, description: { ...description, replicas: ['eu-west-1', 'us-west-2'] } },
      verdict: 'unknown',
      says: [['unknown', /eu-west-1, us-west-2/]],
    },
    {
      name: 'nothing is known',
      current: null,
      verdict: 'unknown',
      says: [
        ['unknown', /a policy of the table/],
        ['unknown', /has replicas cannot be told/],
      ],
    },
  ],
});
