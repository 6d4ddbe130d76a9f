import { classificationOf, defineCheck, fail, passBecause, phiSettings } from '#src/check';

export default defineCheck({
  id: 'aws/phi/store-missing-classification',
  title: 'The data store says how its data is classified',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(A)', '164.310(d)(2)(iii)'],
  kind: 'aws.s3.bucket',
  facts: ['tags'],
  settings: phiSettings,
  evaluate: ({ tags }, { settings }) => {
    const said = classificationOf(tags, { keys: settings.phiKeys, values: settings.phiValues });
    if (said) return passBecause(`${said.key}: ${said.value}`);
    return fail(`no tag says the classification (looked for ${settings.phiKeys.join(', ')})`);
  },
});
