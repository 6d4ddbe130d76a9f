import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/kms/key-public',
  title: 'Key policy lets no stranger use the key',
  severity: 'critical',
  controls: ['164.312(a)(1)', '164.312(a)(2)(iv)'],
  kind: 'aws.kms.key',
  facts: ['description', 'openTo'],
  exposes: true,
  evaluate: ({ description, openTo }) => {
    if (description.managedBy === 'AWS') return notApplicable('AWS manages this key');
    return openTo === null ? pass : fail(openTo);
  },
});
