import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/ec2/steps-rebuild',
  title: 'Build the instance anew from a current image',
  cures: ['aws/ec2/instance-too-old'],
  why: 'What runs on it must move to the new one, which takes its owner.',
  steps: [
    'Build a current image with the patches of the day, or take the newest of its vendor.',
    'Launch it beside the old instance, move data and users over, and look whether everything works.',
    'Terminate the old one with its owner, and start a scan.',
    'How long an instance may live is your own rule: set maxDays in checks.settings."aws/ec2/instance-too-old".',
  ],
});
