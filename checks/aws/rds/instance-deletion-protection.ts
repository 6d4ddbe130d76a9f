import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/instance-deletion-protection',
  title: 'Database is protected from deletion',
  severity: 'medium',
  controls: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(C)'],
  kind: 'aws.rds.instance',
  facts: ['memberOf', 'deletionProtection'],
  evaluate: ({ memberOf, deletionProtection }) => {
    if (memberOf !== null) return notApplicable(`cluster ${memberOf} keeps the data`);
    return deletionProtection ? pass : fail('deletion protection is off');
  },
});
