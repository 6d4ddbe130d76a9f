import { defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/codebuild/logging',
  title: 'The build project keeps a log',
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(D)'],
  kind: 'aws.codebuild.project',
  facts: ['logs'],
  evaluate: ({ logs }) => {
    if (logs === null) return passBecause('nothing is set, and CodeBuild then logs to CloudWatch Logs');
    // CloudWatch Logs take the log unless they are switched off; S3 does only where it is switched on.
    if (logs.cloudWatch === null || logs.cloudWatch.on || logs.s3?.on) return pass;
    return fail('its logs are off, in CloudWatch Logs and in S3');
  },
});
