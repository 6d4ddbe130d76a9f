import check from '../../../../checks/aws/secretsmanager/rotation-failed.ts';
import { daysAgo, testCheck } from '../../../kit/test-check.ts';

const rotation = {
  enabled: true,
  everyDays: 30,
  last: null,
  next: null,
  created: daysAgo(10).toISOString(),
  replicaOf: null,
  owner: null,
};

testCheck(check, {
  pass: [
    { name: 'due tomorrow', facts: { rotation: { ...rotation, next: daysAgo(-1).toISOString() } } },
    { name: 'one day late', facts: { rotation: { ...rotation, next: daysAgo(1).toISOString() } } },
    {
      name: 'no day told, and rotated 30 days ago',
      facts: { rotation: { ...rotation, last: daysAgo(30).toISOString() } },
    },
    { name: 'new', facts: { rotation } },
  ],
  fail: [
    {
      name: 'two days late',
      facts: { rotation: { ...rotation, next: daysAgo(2).toISOString() } },
      because: /by 2026-11-18 and did not/,
    },
    {
      name: 'no day told, and rotated 40 days ago',
      facts: { rotation: { ...rotation, last: daysAgo(40).toISOString() } },
      because: /did not/,
    },
    {
      name: 'no day told, and none can be worked out',
      facts: { rotation: { ...rotation, everyDays: null } },
      because: /no day is set/,
    },
  ],
  notApplicable: [
    { name: 'off', facts: { rotation: { ...rotation, enabled: false } } },
    {
      name: 'a replica',
      facts: { rotation: { ...rotation, next: daysAgo(9).toISOString(), replicaOf: 'us-west-2' } },
    },
  ],
});
