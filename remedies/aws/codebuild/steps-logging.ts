import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/codebuild/steps-logging',
  title: 'Keep a log of the builds',
  cures: ['aws/codebuild/logging'],
  why: 'A role that may change a project may also change what it builds, and run that with the rights of its builds: the remediation role is not allowed to.',
  steps: [
    "Allow the project's service role logs:CreateLogGroup, logs:CreateLogStream and logs:PutLogEvents; without them a build fails once its log is on.",
    'Look whether builds print secrets: whatever they print is kept.',
    'In CodeBuild open the project, Edit, Logs, and choose CloudWatch logs; then start a build, and `recheck` the finding.',
  ],
});
