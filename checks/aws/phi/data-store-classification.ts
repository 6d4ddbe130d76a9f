import { classificationOf, defineCheck, fail, passBecause, phiSettings } from '#src/check';

export default defineCheck({
  id: 'aws/phi/data-store-classification',
  title: 'The database, file system or health data store says how its data is classified',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(A)', '164.310(d)(2)(iii)'],
  kind: 'aws.data.store',
  facts: ['tags'],
  control: 'phi-store-missing-classification',
  settings: phiSettings,
  evaluate: ({ tags }, { settings }) => {
    const said = classificationOf(tags, { keys: settings.phiKeys, values: settings.phiValues });
    if (said) return passBecause(`${said.key}: ${said.value}`);
    return fail(`no tag says the classification (looked for ${settings.phiKeys.join(', ')})`);
  },
});
