import check from '../../../../checks/aws/secretsmanager/secret-stale.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'day 90', facts: { valueSince: daysAgo(90).toISOString() } },
    {
      name: 'day 91 where 120 are set',
      facts: { valueSince: daysAgo(91).toISOString() },
      settings: { maxAgeDays: 120 },
    },
  ],
  fail: [{ name: 'day 91', facts: { valueSince: daysAgo(91).toISOString() }, because: /91 days old/ }],
  notApplicable: [{ name: 'no value', facts: { valueSince: null } }],
});
