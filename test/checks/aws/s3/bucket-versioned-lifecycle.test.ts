import check from '../../../../checks/aws/s3/bucket-versioned-lifecycle.ts';
import { testCheck } from '../../../kit/test-check.ts';

const versioning = { enabled: true, mfaDelete: false };
const rule = { enabled: true, wholeBucket: true, deletesOldVersionsAfterDays: null, movesOldVersions: false };

testCheck(check, {
  pass: [
    {
      name: 'deletes old versions',
      facts: { versioning, lifecycle: [{ ...rule, deletesOldVersionsAfterDays: 90 }] },
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
