import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/inspector/enabled',
  title: 'Inspector looks for vulnerabilities in the region',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(A)', '164.308(a)(5)(ii)(B)'],
  kind: 'aws.region',
  facts: ['inspectorScans'],
  evaluate: ({ inspectorScans }) =>
    inspectorScans.length > 0
      ? passBecause(`it scans ${inspectorScans.join(', ')}`)
      : fail('Inspector is off here'),
});
