import { defineCheck, fail, notApplicable, pass } from '#src/check';

const none: readonly string[] = [];

// `knownGood`: the measurements of released images, in hexadecimal, whatever the register.
export default defineCheck({
  id: 'aws/kms/enclave-pcr-mismatch',
  title: 'Key for enclaves names known measurements only',
  severity: 'medium',
  controls: ['164.312(c)(1)'],
  kind: 'aws.kms.key',
  facts: ['enclave'],
  settings: { knownGood: none },
  evaluate: ({ enclave }, { settings }) => {
    if (enclave === null) return notApplicable('the key policy speaks of no enclave');
    if (settings.knownGood.length === 0) return notApplicable('no known measurements are set (knownGood)');
    const known = settings.knownGood.map((value) => value.toLowerCase());
    const others = enclave.measurements.filter(({ value }) => !known.includes(value));
    if (others.length === 0) return pass;
    const shown = others.map(({ register, value }) => `${register} ${value.slice(0, 12)}…`);
    return fail(`not among the known measurements: ${shown.join(', ')}`);
  },
});
