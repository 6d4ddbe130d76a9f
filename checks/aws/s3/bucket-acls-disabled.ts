import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/s3/bucket-acls-disabled',
  title: 'ACLs are switched off for the bucket',
  severity: 'medium',
  controls: ['164.312(a)(1)'],
  kind: 'aws.s3.bucket',
  facts: ['ownership'],
  evaluate: ({ ownership }) =>
    ownership === 'BucketOwnerEnforced'
      ? pass
      : fail(`ACLs are on (object ownership: ${ownership ?? 'never set'})`),
});
