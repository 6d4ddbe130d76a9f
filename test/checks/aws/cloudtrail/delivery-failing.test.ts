import check from '../../../../checks/aws/cloudtrail/delivery-failing.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const delivery = {
  logging: true,
  error: null,
  digestError: null,
  logGroupError: null,
  logGroupAt: daysAgo(0).toISOString(),
};

testCheck(check, {
  pass: [{ name: 'arriving', facts: { delivery } }],
  fail: [
    {
      name: 'log files refused',
      facts: { delivery: { ...delivery, error: 'AccessDenied' } },
      because: /log files.*AccessDenied/,
    },
    {
      name: 'digests refused',
      facts: { delivery: { ...delivery, digestError: 'NoSuchBucket' } },
      because: /digest files.*NoSuchBucket/,
    },
  ],
  notApplicable: [
    { name: 'stopped', facts: { delivery: { ...delivery, logging: false, error: 'AccessDenied' } } },
  ],
});
