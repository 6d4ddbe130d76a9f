import check from '../../../../checks/aws/cloudtrail/cloudwatch-delivery.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const delivery = {
  logging: true,
  error: null,
  digestError: null,
  logGroupError: null,
  logGroupAt: daysAgo(0).toISOString(),
};

const silent = (startedDaysAgo: number) => ({
  ...delivery,
  logGroupAt: null,
  startedAt: daysAgo(startedDaysAgo).toISOString(),
});

testCheck(check, {
  pass: [
    { name: 'nothing yet, started a day ago', facts: { logGroup: 'arn', delivery: silent(1) } },
    { name: 'arriving', facts: { logGroup: 'arn', delivery } },
    {
      name: 'a day ago',
      facts: { logGroup: 'arn', delivery: { ...delivery, logGroupAt: daysAgo(1).toISOString() } },
    },
  ],
  fail: [
    {
      name: 'no log group',
      facts: { logGroup: null, delivery: { ...delivery, logGroupAt: null } },
      because: /no log group/,
    },
    {
      name: 'refused',
      facts: { logGroup: 'arn', delivery: { ...delivery, logGroupError: 'AccessDenied' } },
      because: /AccessDenied/,
    },
    {
      name: 'nothing yet, started two days ago',
      facts: { logGroup: 'arn', delivery: silent(2) },
      because: /since 2026-11-18/,
    },
    {
      name: 'nothing yet, and stopped',
      facts: { logGroup: 'arn', delivery: { ...silent(0), logging: false } },
      because: /stopped/,
    },
    {
      name: 'nothing yet, in a recording that lacks the start',
      facts: { logGroup: 'arn', delivery: { ...delivery, logGroupAt: null } },
      because: /yet/,
    },
    {
      name: 'two days ago',
      facts: { logGroup: 'arn', delivery: { ...delivery, logGroupAt: daysAgo(2).toISOString() } },
      because: /since 2026-11-18/,
    },
  ],
});
