import { defineCheck, environmentOf, fail, pass, phiSettings, phiTag } from '#src/check';

export default defineCheck({
  id: 'aws/phi/tag-dev-conflict',
  title: 'No resource tagged PHI is also tagged dev or test',
  severity: 'high',
  controls: ['164.308(a)(4)(ii)(A)', '164.312(a)(1)'],
  kind: 'aws.s3.bucket',
  facts: ['tags'],
  settings: phiSettings,
  evaluate: ({ tags }, { settings }) => {
    const phi = phiTag(tags, { keys: settings.phiKeys, values: settings.phiValues });
    const environment = environmentOf(tags);
    if (phi === null || environment === null || environment.production) return pass;
    return fail(`tagged ${phi.key}: ${phi.value} and ${environment.key}: ${environment.value}`);
  },
});
