import { defineCheck, fail, ifUnused, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/sg-all-traffic-open',
  title: 'Security group does not open every port to the internet',
  severity: 'critical',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  kind: 'aws.ec2.securityGroup',
  facts: ['openToInternet', 'usedBy'],
  exposes: true,
  evaluate: ({ openToInternet, usedBy }) => {
    const seen = openToInternet.filter(({ every }) => every);
    if (seen.length === 0) return pass;
    return fail(`${seen.map(({ says }) => says).join('; ')}${ifUnused(usedBy)}`);
  },
});
