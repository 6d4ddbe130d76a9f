import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/kms/enclave-debug-attestation',
  title: 'Key for enclaves was used by none in debug mode',
  severity: 'high',
  controls: ['164.308(a)(1)(ii)(D)', '164.312(b)'],
  kind: 'aws.kms.key',
  facts: ['debugCalls'],
  evaluate: ({ debugCalls }) => {
    if (debugCalls === null) return notApplicable('the key policy speaks of no enclave');
    return debugCalls === 0
      ? pass
      : fail(
          `used ${debugCalls} ${debugCalls === 1 ? 'time' : 'times'} by an enclave in debug mode within 90 days`,
        );
  },
});
