import check from '../../../../checks/aws/secretsmanager/secret-unused.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const use = { created: daysAgo(400).toISOString(), lastRead: null, replicaOf: null };

testCheck(check, {
  pass: [
    { name: 'read on day 90', facts: { use: { ...use, lastRead: daysAgo(90).toISOString() } } },
    { name: 'new and never read', facts: { use: { ...use, created: daysAgo(90).toISOString() } } },
  ],
  fail: [
    {
      name: 'read on day 91',
      facts: { use: { ...use, lastRead: daysAgo(91).toISOString() } },
      because: /last read 91 days ago/,
    },
    {
      name: 'old and never read',
      facts: { use: { ...use, created: daysAgo(91).toISOString() } },
      because: /91 days old and was never read/,
    },
  ],
  notApplicable: [{ name: 'a replica', facts: { use: { ...use, replicaOf: 'us-west-2' } } }],
});
