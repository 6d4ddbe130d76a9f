import check from '../../../../checks/aws/kms/enclave-attestation-bypass.ts';
import { testCheck } from '../../../kit/test-check.ts';

const asks = {
  unenforced: [],
  bypasses: [],
  guarded: [],
  measurements: [{ register: 'PCR0', value: 'ab12' }],
};

testCheck(check, {
  pass: [{ name: 'no other way', facts: { enclave: asks, enclaveGrants: [] } }],
  fail: [
    {
      name: 'a statement',
      facts: {
        enclave: { ...asks, bypasses: ['statement 1 allows kms:Decrypt without an enclave'] },
        enclaveGrants: [],
      },
      because: /^statement 1 allows/,
    },
    {
      name: 'a grant',
      facts: { enclave: asks, enclaveGrants: ['Decrypt to arn:aws:iam::1:role/x'] },
      because: /a grant allows Decrypt to arn/,
    },
  ],
  notApplicable: [
    { name: 'another key', facts: { enclave: null, enclaveGrants: [] }, because: /no enclave/ },
  ],
});
