import { defineCheck, fail, notApplicable, pass } from '#src/check';

const none: readonly string[] = [];

// `knownGood`: digests (PCR0) of released images, in hexadecimal. CloudTrail remembers 90 days.
export default defineCheck({
  id: 'aws/kms/enclave-unknown-image',
  title: 'Key for enclaves was used by known images only',
  severity: 'medium',
  controls: ['164.312(c)(2)'],
  kind: 'aws.kms.key',
  facts: ['enclave', 'enclaveImages'],
  settings: { knownGood: none },
  evaluate: ({ enclave, enclaveImages }, { settings }) => {
    if (enclave === null || enclaveImages === null)
      return notApplicable('the key policy speaks of no enclave');
    if (settings.knownGood.length === 0) return notApplicable('no known measurements are set (knownGood)');
    const known = settings.knownGood.map((value) => value.toLowerCase());
    const others = enclaveImages.filter((digest) => !known.includes(digest));
    if (others.length === 0) return pass;
    return fail(
      `used by images that are not known: ${others.map((digest) => `${digest.slice(0, 12)}…`).join(', ')}`,
    );
  },
});
