import check from '../../../../checks/aws/s3/object-acl-public-sample.ts';
import { testCheck } from '../../../kit/test-check.ts';

const sample = { skipped: null, sampled: 20, readable: 0, writable: 0 };

testCheck(check, {
  pass: [
    { name: 'none of twenty', facts: { objectAclSample: sample } },
    {
      name: 'ACLs disabled',
      facts: { objectAclSample: { ...sample, sampled: 0, skipped: 'ACLs are disabled' } },
    },
  ],
  fail: [
    {
      name: 'one readable',
      facts: { objectAclSample: { ...sample, readable: 1 } },
      because: /of 20 .* read 1 /,
    },
    {
      name: 'one re-permissionable',
      facts: { objectAclSample: { ...sample, writable: 1 } },
      because: /re-permission 1/,
    },
  ],
  notApplicable: [{ name: 'empty', facts: { objectAclSample: { ...sample, sampled: 0 } } }],
});
