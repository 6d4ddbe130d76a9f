import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/workspaces/steps-volume-encryption',
  title: 'Give the user a new desktop with encrypted disks',
  cures: ['aws/workspaces/volume-encryption'],
  why: 'Whether the disks of a desktop are encrypted is fixed when it is launched, and the person who uses it must be asked.',
  steps: [
    'Have the user save what is on the disks to a place that may hold it.',
    'Launch a new WorkSpace, and under "Customization" encrypt the root volume and the user volume with a KMS key.',
    'A user has one desktop per directory: terminate the old one first, which destroys its disks, or make an image and launch in another directory.',
    'Copy the files back, and encrypt every desktop that is launched from now on.',
  ],
});
