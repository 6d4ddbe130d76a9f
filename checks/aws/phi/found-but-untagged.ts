import { defineCheck, fail, passBecause, phiSettings, phiTag } from '#src/check';

export default defineCheck({
  id: 'aws/phi/found-but-untagged',
  title: 'A bucket in which Macie found health data is tagged PHI',
  severity: 'high',
  controls: ['164.308(a)(1)(ii)(A)'],
  kind: 'aws.macie.classifiedBucket',
  facts: ['findings', 'tags'],
  settings: phiSettings,
  evaluate: ({ findings, tags }, { settings }) => {
    const phi = phiTag(tags, { keys: settings.phiKeys, values: settings.phiValues });
    if (phi !== null) return passBecause(`tagged ${phi.key}: ${phi.value}`);
    return fail(
      `${findings} ${findings === 1 ? 'finding' : 'findings'} of Macie about health data, and no tag says PHI`,
    );
  },
});
