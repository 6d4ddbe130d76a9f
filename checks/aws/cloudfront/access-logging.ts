import { defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/cloudfront/access-logging',
  title: 'Distribution keeps an access log',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(D)'],
  kind: 'aws.cloudfront.distribution',
  facts: ['standardLog', 'deliversLog'],
  evaluate: ({ standardLog, deliversLog }) => {
    if (standardLog !== null) return pass;
    return deliversLog ? passBecause('CloudWatch delivers it') : fail('no standard access log is written');
  },
});
