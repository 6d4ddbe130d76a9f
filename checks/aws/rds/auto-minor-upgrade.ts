import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/auto-minor-upgrade',
  title: 'Database takes minor patches by itself',
  severity: 'medium',
  controls: ['164.308(a)(5)(ii)(A)'],
  kind: 'aws.rds.instance',
  facts: ['engine', 'autoMinorVersionUpgrade'],
  evaluate: ({ engine, autoMinorVersionUpgrade }) => {
    if (/^(docdb|custom-)/.test(engine)) return notApplicable(`the setting has no effect on ${engine}`);
    return autoMinorVersionUpgrade ? pass : fail('AutoMinorVersionUpgrade is off');
  },
});
