import remedy from '../../../../remedies/aws/s3/versioning.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const never = { enabled: false, suspended: false, mfaDelete: false };
const enabled = { enabled: true, suspended: false, mfaDelete: false };
const rule = { enabled: true, wholeBucket: true, deletesOldVersionsAfterDays: 90, movesOldVersions: false };

testRemedy(remedy, {
  cures: [
    { name: 'never on', current: never, after: enabled },
    { name: 'suspended', current: { ...never, suspended: true }, after: enabled },
  ],
  cannot: [
    {
      name: 'suspended, with MFA delete',
      current: { enabled: false, suspended: true, mfaDelete: true },
      because: /only the root user/,
    },
  ],
  consequences: [
    {
      name: 'old versions are tidied',
      current: never,
      facts: { lifecycle: [rule] },
      verdict: 'safe',
      saysNot: [/cost/],
    },
    {
      name: 'nothing tidies old versions',
      current: never,
      facts: { lifecycle: [{ ...rule, enabled: false }] },
      verdict: 'safe',
      says: [['safe', /cost will grow/]],
    },
  ],
});
