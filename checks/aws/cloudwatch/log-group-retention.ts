import { defineCheck, fail, notApplicable, pass, passBecause } from '#src/check';

// How long is this project's default, as that of its peers: HIPAA sets no period for logs.
export default defineCheck({
  id: 'aws/cloudwatch/log-group-retention',
  title: 'Log group keeps its entries long enough',
  severity: 'medium',
  controls: ['164.312(b)'],
  kind: 'aws.logs.logGroup',
  facts: ['retentionDays', 'class'],
  settings: { minDays: 365 },
  evaluate: ({ retentionDays, class: groupClass }, { settings: { minDays } }) => {
    if (groupClass === 'DELIVERY')
      return notApplicable('the group only hands entries on, and AWS sets how long it holds them');
    if (retentionDays === null) return passBecause('entries never expire');
    if (retentionDays >= minDays) return pass;
    return fail(`entries are thrown away after ${retentionDays} days, and ${minDays} are set here`);
  },
});
