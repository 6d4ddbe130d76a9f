import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/ssm/steps-patches',
  title: 'Install the missing patches',
  cures: ['aws/ssm/patch-compliance'],
  why: 'Installing patches may restart the server and cannot be taken back, so it is done in a window that its owner agrees to.',
  steps: [
    'In Systems Manager, Patch Manager, Compliance reporting, open the server and see which patches are missing or failed, and why.',
    'Agree on a time with the owner, and take a snapshot.',
    'Run AWS-RunPatchBaseline with the operation Install on the server, from Run Command or a maintenance window.',
    'See that the server came back and that the report says compliant.',
    'Where a patch can never be installed, reject it in the patch baseline and write down why.',
  ],
});
