import check from '../../../../checks/aws/secretsmanager/rotation-enabled.ts';
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
  pass: [{ name: 'on', facts: { rotation } }],
  fail: [{ name: 'off', facts: { rotation: { ...rotation, enabled: false } }, because: /rotation is off/ }],
  notApplicable: [
    { name: 'a replica', facts: { rotation: { ...rotation, enabled: false, replicaOf: 'us-west-2' } } },
    { name: 'a service minds it', facts: { rotation: { ...rotation, enabled: false, owner: 'events' } } },
  ],
});
