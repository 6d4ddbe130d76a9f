import check from '../../../../checks/aws/kms/enclave-unknown-image.ts';
import { testCheck } from '../../../kit/test-check.ts';

const asks = { unenforced: [], bypasses: [], guarded: [], measurements: [] };

testCheck(check, {
  pass: [
    {
      name: 'known, in capitals',
      facts: { enclave: asks, enclaveImages: ['ab12'] },
      settings: { knownGood: ['AB12'] },
    },
    { name: 'not used', facts: { enclave: asks, enclaveImages: [] }, settings: { knownGood: ['ab12'] } },
  ],
  fail: [
    {
      name: 'one of two is not',
      facts: { enclave: asks, enclaveImages: ['ab12', 'cd34'] },
      settings: { knownGood: ['ab12'] },
      because: /not known: cd34/,
    },
  ],
  notApplicable: [
    {
      name: 'another key',
      facts: { enclave: null, enclaveImages: null },
      settings: { knownGood: ['ab12'] },
      because: /no enclave/,
    },
    {
      name: 'nothing to hold it against',
      facts: { enclave: asks, enclaveImages: ['ab12'] },
      because: /knownGood/,
    },
  ],
});
