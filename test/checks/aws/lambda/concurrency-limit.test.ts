import check from '../../../../checks/aws/lambda/concurrency-limit.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'a bound', facts: { reservedConcurrency: 10 } },
    { name: 'switched off by a bound of none', facts: { reservedConcurrency: 0 } },
  ],
  fail: [{ name: 'no bound', facts: { reservedConcurrency: null }, because: /no concurrency is reserved/ }],
});
