import remedy from '../../../../remedies/aws/backup/vault-deny-deletion.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const facts = { type: 'BACKUP_VAULT', lock: { on: false, forGoodFrom: null } };
const denial = {
  Sid: 'DenyManualDeletion',
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
  Resource: '*',
};
const copying = {
  Sid: 'Copy',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::444455556666:root' },
  Action: 'backup:CopyIntoBackupVault',
  Resource: '*',
};
const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });

testRemedy(remedy, {
  cures: [
    { name: 'no policy', current: null, after: policy(denial), facts },
    { name: 'another statement stays', current: policy(copying), after: policy(copying, denial), facts },
    {
      name: 'a statement without its brackets',
      current: JSON.stringify({ Version: '2012-10-17', Statement: copying }),
      after: policy(copying, denial),
      facts,
    },
    {
      name: 'the name is taken',
      current: policy({ ...copying, Sid: 'DenyManualDeletion' }),
      after: policy({ ...copying, Sid: 'DenyManualDeletion' }, { ...denial, Sid: 'DenyManualDeletionOfAll' }),
      facts,
    },
  ],
  cannot: [{ name: 'no JSON', current: 'nonsense', because: /not JSON/ }],
  consequences: [
    { name: 'who tidies up is not known', current: null, verdict: 'unknown', says: [['unknown', /script/]] },
  ],
});
