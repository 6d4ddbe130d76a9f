import check from '../../../../checks/aws/rds/cluster-snapshot-encrypted.ts';
import { testCheck } from '../../../kit/test-check.ts';

const plain = { type: 'manual', storageEncryption: 'none', sourceIsThere: true } as const;

testCheck(check, {
  pass: [
    { name: 'under a KMS key', facts: { ...plain, storageEncryption: 'KMS key' } },
    { name: 'under a key that AWS owns', facts: { ...plain, storageEncryption: "AWS's own key" } },
  ],
  fail: [
    { name: 'made by a person', facts: plain, because: /^it is not encrypted$/ },
    {
      name: 'made by RDS, of what is gone',
      facts: { ...plain, type: 'automated', sourceIsThere: false },
      because: /is gone/,
    },
  ],
  notApplicable: [
    { name: 'made by RDS, of what is there', facts: { ...plain, type: 'automated' }, because: /is judged/ },
  ],
});
