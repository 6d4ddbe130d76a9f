import { defineCheck, fail, notApplicable, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/s3/object-acl-public-sample',
  title: 'No sampled object is opened by its own ACL',
  severity: 'high',
  controls: ['164.312(a)(1)'],
  kind: 'aws.s3.bucket',
  facts: ['objectAclSample'],
  exposes: true,
  optIn: 'object-acl-sample',
  evaluate: ({ objectAclSample: { skipped, sampled, readable, writable } }) => {
    if (skipped !== null) return passBecause(`${skipped}, so object ACLs open nothing`);
    if (sampled === 0) return notApplicable('the bucket is empty');
    if (readable + writable === 0) return passBecause(`none of ${sampled} sampled objects`);
    return fail(`of ${sampled} sampled objects strangers can read ${readable} and re-permission ${writable}`);
  },
});
