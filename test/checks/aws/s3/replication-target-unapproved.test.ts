import check from '../../../../checks/aws/s3/replication-target-unapproved.ts';
import { testCheck } from '../../../kit/test-check.ts';

const own = { bucket: 'copies', account: '111122223333', region: 'us-west-2' };
const partner = { bucket: 'theirs', account: '444455556666', region: null };
const unnamed = { ...partner, account: null };

testCheck(check, {
  pass: [
    { name: 'our own account, any region', facts: { replicationTargets: [own] } },
    {
      name: 'our own account, an approved region',
      facts: { replicationTargets: [own] },
      settings: { approvedRegions: ['us-west-2'] },
    },
    {
      name: 'an approved account',
      facts: { replicationTargets: [partner] },
      settings: { approvedAccounts: ['444455556666'] },
    },
    {
      name: 'an approved bucket of an account that the rule does not name',
      facts: { replicationTargets: [unnamed] },
      settings: { approvedBuckets: ['theirs'] },
    },
  ],
  fail: [
    {
      name: 'another account',
      facts: { replicationTargets: [own, partner] },
      because: /: theirs is in 444455556666$/,
    },
    {
      name: 'an account that nobody names',
      facts: { replicationTargets: [unnamed] },
      settings: { approvedAccounts: ['444455556666'] },
      because: /another account/,
    },
    {
      name: 'another region',
      facts: { replicationTargets: [own] },
      settings: { approvedRegions: ['us-east-2'] },
      because: /copies is in us-west-2/,
    },
    {
      name: 'an approved account whose region nobody can say',
      facts: { replicationTargets: [partner] },
      settings: { approvedAccounts: ['444455556666'], approvedRegions: ['us-east-2'] },
      because: /cannot be read/,
    },
  ],
  notApplicable: [{ name: 'off', facts: { replicationTargets: [] } }],
});
