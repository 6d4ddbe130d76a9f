import { defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/codebuild/logging',
  title: 'Send the output of builds to CloudWatch Logs',
  cures: ['aws/codebuild/logging'],
  kind: 'aws.codebuild.project',
  fact: 'logs',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: (logs) =>
    to(
      logs === null
        ? null
        : { ...logs, cloudWatch: { group: null, stream: null, ...logs.cloudWatch, on: true } },
    ),
  consequences: () => [
    harmless('builds that run go on as they were begun'),
    uncertain(
      "a build fails where the project's service role may not write the log (logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents); what it may do cannot be seen from here",
    ),
    uncertain('whatever a build prints is kept from now on, secrets that it prints included'),
  ],
});
