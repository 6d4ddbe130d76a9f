import check from '../../../../checks/aws/rds/snapshot-public.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'named accounts at most', facts: { type: 'manual', restorableByAnyone: false } },
    { name: 'of AWS Backup', facts: { type: 'awsbackup', restorableByAnyone: false } },
  ],
  fail: [
    { name: 'everyone', facts: { type: 'manual', restorableByAnyone: true }, because: /any AWS account/ },
  ],
  notApplicable: [
    {
      name: 'made by RDS',
      facts: { type: 'automated', restorableByAnyone: false },
      because: /cannot be shared/,
    },
  ],
});
