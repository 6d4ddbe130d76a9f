import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/kms/enclave-attestation-bypass',
  title: 'Key for enclaves is used by enclaves only',
  severity: 'high',
  controls: ['164.312(a)(1)'],
  kind: 'aws.kms.key',
  facts: ['enclave', 'enclaveGrants'],
  evaluate: ({ enclave, enclaveGrants }) => {
    if (enclave === null) return notApplicable('the key policy speaks of no enclave');
    const ways = [
      ...enclave.bypasses,
      ...enclaveGrants.map((grant) => `a grant allows ${grant} without an enclave`),
    ];
    return ways.length === 0 ? pass : fail(ways.join('; '));
  },
});
