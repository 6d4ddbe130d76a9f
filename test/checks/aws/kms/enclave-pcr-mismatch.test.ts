import check from '../../../../checks/aws/kms/enclave-pcr-mismatch.ts';
import { testCheck } from '../../../kit/test-check.ts';

const asks = {
  unenforced: [],
  bypasses: [],
  guarded: [],
  measurements: [{ register: 'PCR0', value: 'ab12' }],
};

testCheck(check, {
  pass: [{ name: 'known, in capitals', facts: { enclave: asks }, settings: { knownGood: ['AB12'] } }],
  fail: [
    { name: 'another', facts: { enclave: asks }, settings: { knownGood: ['ffff'] }, because: /PCR0 ab12/ },
  ],
  notApplicable: [
    {
      name: 'another key',
      facts: { enclave: null },
      settings: { knownGood: ['ffff'] },
      because: /no enclave/,
    },
    { name: 'nothing to hold it against', facts: { enclave: asks }, because: /knownGood/ },
  ],
});
