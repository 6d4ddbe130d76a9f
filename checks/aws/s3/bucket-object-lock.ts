import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-object-lock',
  title: 'New objects cannot be changed or deleted for a set time',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(B)'],
  kind: 'aws.s3.bucket',
  facts: ['objectLock'],
  evaluate: ({ objectLock }) => {
    if (objectLock === null) return fail('object lock is off');
    if (objectLock.retention === null)
      return fail('object lock is on, but new objects get no retention by default');
    return passBecause(`${objectLock.retention.mode.toLowerCase()} mode, ${objectLock.retention.days} days`);
  },
});
