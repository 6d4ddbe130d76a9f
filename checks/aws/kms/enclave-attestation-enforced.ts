import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/kms/enclave-attestation-enforced',
  title: 'Key for enclaves checks what runs in the enclave',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.kms.key',
  facts: ['enclave'],
  evaluate: ({ enclave }) => {
    if (enclave === null) return notApplicable('the key policy speaks of no enclave');
    return enclave.unenforced.length === 0 ? pass : fail(enclave.unenforced.join('; '));
  },
});
