import check from '../../../../checks/aws/kms/enclave-attestation-enforced.ts';
import { testCheck } from '../../../kit/test-check.ts';

const asks = {
  unenforced: [],
  bypasses: [],
  guarded: [],
  measurements: [{ register: 'PCR0', value: 'ab12' }],
};

testCheck(check, {
  pass: [{ name: 'every statement checks', facts: { enclave: asks } }],
  fail: [
    {
      name: 'one does not',
      facts: { enclave: { ...asks, unenforced: ['statement 2: PCR0 may be anything'] } },
      because: /statement 2: PCR0/,
    },
  ],
  notApplicable: [{ name: 'another key', facts: { enclave: null }, because: /no enclave/ }],
});
