import check from '../../../../checks/aws/iam/root-signing-certificate.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [{ name: 'none', facts: { rootSigningCertificates: 0 } }],
  fail: [
    { name: 'one', facts: { rootSigningCertificates: 1 }, because: /an active signing certificate/ },
    { name: 'two', facts: { rootSigningCertificates: 2 }, because: /2 active/ },
  ],
});
