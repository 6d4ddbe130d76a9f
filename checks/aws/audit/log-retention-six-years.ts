import { dayOf, defineCheck, fail, pass, passBecause } from '#src/check';

// 164.316(b)(2)(i) asks six years of the documentation that the rule requires. Logs are that documentation only where they
// are the record of a required review: as a period for every log it is this project's default policy, not the law.
export default defineCheck({
  id: 'aws/audit/log-retention-six-years',
  title: 'Audit log files are kept for six years',
  severity: 'high',
  controls: ['164.316(b)(2)(i)', '164.312(b)'],
  kind: 'aws.cloudtrail.trail',
  facts: ['logRetention'],
  settings: { retentionDays: 2192 },
  evaluate: ({ logRetention: { keptDays, removedOn, asOldVersions } }, { settings: { retentionDays } }) => {
    if (removedOn !== null) return fail(`a lifecycle rule removes every log file on ${dayOf(removedOn)}`);
    if (keptDays === null)
      return passBecause(asOldVersions ? 'kept as old versions' : 'no rule removes them');
    if (keptDays >= retentionDays) return pass;
    return fail(
      `removed after ${keptDays} days, sooner than the ${retentionDays} days set here (HIPAA itself sets no period for logs)`,
    );
  },
});
