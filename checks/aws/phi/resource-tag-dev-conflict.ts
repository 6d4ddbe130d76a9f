import { defineCheck, environmentOf, fail, pass, phiSettings, phiTag } from '#src/check';

export default defineCheck({
  id: 'aws/phi/resource-tag-dev-conflict',
  title: 'Nothing that is tagged PHI is tagged dev or test, or stands in what is',
  severity: 'high',
  controls: ['164.308(a)(4)(ii)(A)', '164.312(a)(1)'],
  kind: 'aws.tagged.resource',
  facts: ['tags', 'inherited'],
  control: 'phi-tag-dev-conflict',
  settings: phiSettings,
  evaluate: ({ tags, inherited }, { settings }) => {
    const phi = phiTag(tags, { keys: settings.phiKeys, values: settings.phiValues });
    if (phi === null) return pass;
    const said = `tagged ${phi.key}: ${phi.value}`;
    const own = environmentOf(tags);
    if (own?.production === false) return fail(`${said} and ${own.key}: ${own.value}`);
    for (const { name, tags: around } of inherited) {
      const environment = environmentOf(around);
      if (environment?.production === false)
        return fail(`${said}, and stands in ${name}, tagged ${environment.key}: ${environment.value}`);
    }
    return pass;
  },
});
