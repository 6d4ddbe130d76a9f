import check from '../../../../checks/aws/s3/bucket-versioned-lifecycle.ts';
import { testCheck } from '../../../kit/test-check.ts';

const versioning = { enabled: true, mfaDelete: false };
const rule = { enabled: true, wholeBucket: true, deletesOldVersionsAfterDays: null, movesOldVersions: false };

const suspended = { enabled: false, suspended: true, mfaDelete: false };

testCheck(check, {
  pass: [
    {
      name: 'deletes old versions',
      facts: { versioning, lifecycle: [{ ...rule, deletesOldVersionsAfterDays: 90 }] },
    },
    {
      name: 'suspended, and its old versions are deleted',
      facts: { versioning: suspended, lifecycle: [{ ...rule, deletesOldVersionsAfterDays: 90 }] },
    },
    {
      name: 'one rule for a part, one for all',
      facts: {
        versioning,
        lifecycle: [
          { ...rule, wholeBucket: false, movesOldVersions: true },
          { ...rule, deletesOldVersionsAfterDays: 365 },
        ],
      },
    },
    { name: 'moves old versions', facts: { versioning, lifecycle: [{ ...rule, movesOldVersions: true }] } },
  ],
  fail: [
    { name: 'no rule', facts: { versioning, lifecycle: [] }, because: /no lifecycle rule/ },
    {
      name: 'a rule for current versions only',
      facts: { versioning, lifecycle: [rule] },
      because: /no lifecycle rule/,
    },
    {
      name: 'suspended, and nothing handles its old versions',
      facts: { versioning: suspended, lifecycle: [] },
      because: /versioning is suspended; older versions remain, and no lifecycle rule/,
    },
    {
      name: 'a rule for a part',
      facts: { versioning, lifecycle: [{ ...rule, wholeBucket: false, movesOldVersions: true }] },
      because: /only part of the bucket/,
    },
    {
      name: 'a rule for a part, and a disabled one for all',
      facts: {
        versioning,
        lifecycle: [
          { ...rule, wholeBucket: false, movesOldVersions: true },
          { ...rule, enabled: false, movesOldVersions: true },
        ],
      },
      because: /only part of the bucket/,
    },
    {
      name: 'the rule is disabled',
      facts: { versioning, lifecycle: [{ ...rule, enabled: false, movesOldVersions: true }] },
      because: /disabled/,
    },
  ],
  notApplicable: [
    {
      name: 'MFA delete',
      facts: { versioning: { ...versioning, mfaDelete: true }, lifecycle: [] },
      because: /MFA/,
    },
    { name: 'not versioned', facts: { versioning: { ...versioning, enabled: false }, lifecycle: [] } },
  ],
});
