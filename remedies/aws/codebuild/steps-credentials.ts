import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/codebuild/steps-credentials',
  title: 'Withdraw the keys, and let the project fetch what it needs',
  cures: ['aws/codebuild/plaintext-credentials', 'aws/codebuild/source-oauth'],
  why: 'A key that stood in a project is known to all who could read it: only its owner can withdraw it, and say what takes its place.',
  steps: [
    'Find whose key, password or token it is, and what else uses it.',
    "Give the project's service role the AWS permissions that its builds need: with them no AWS key is needed.",
    'For a repository, connect CodeBuild to its host (Developer Tools, Settings, Connections), and choose the connection in the source of the project.',
    'Delete the variables from the environment of the project; in the address of the source, keep only the host and the path.',
    'Put other secrets into Secrets Manager, and name them as variables of the type "Secrets Manager".',
    'Deactivate the key in IAM, or revoke the token at its host; delete it when nothing has failed for some days.',
    'Look in CloudTrail whether the key was used from addresses that are not yours.',
  ],
});
