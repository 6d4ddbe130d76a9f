import check from '../../../../checks/aws/dynamodb/throughput-limit.ts';
import { testCheck } from '../../../kit/test-check.ts';

const limits = { mostRead: 1000, mostWrite: 1000 };

testCheck(check, {
  pass: [
    { name: '799 of 1000', facts: { dynamoDbThroughput: { ...limits, read: 799, write: 10 } } },
    {
      name: '800 of 1000, which is allowed',
      facts: { dynamoDbThroughput: { ...limits, read: 800, write: 10 } },
      settings: { maxPercent: 90 },
    },
  ],
  fail: [
    {
      name: '800 of 1000',
      facts: { dynamoDbThroughput: { ...limits, read: 800, write: 10 } },
      because: /800 of 1000 read units that/,
    },
    {
      name: 'writes',
      facts: { dynamoDbThroughput: { ...limits, read: 1, write: 1000 } },
      because: /1000 of 1000 write/,
    },
  ],
  notApplicable: [{ name: 'nothing provisioned', facts: { dynamoDbThroughput: null }, because: /no table/ }],
});
