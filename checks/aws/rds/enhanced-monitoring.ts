import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/enhanced-monitoring',
  title: 'Database reports operating-system metrics',
  severity: 'low',
  controls: ['164.312(b)'],
  kind: 'aws.rds.instance',
  facts: ['engine', 'monitoringSeconds'],
  evaluate: ({ engine, monitoringSeconds }) => {
    if (/^(docdb|neptune|custom-)/.test(engine))
      return notApplicable(`there is no enhanced monitoring for ${engine}`);
    return monitoringSeconds > 0 ? pass : fail('enhanced monitoring is off');
  },
});
