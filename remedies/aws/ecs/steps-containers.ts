import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/ecs/steps-containers',
  title: 'Register a revision whose containers may do less, and deploy it',
  cures: ['aws/ecs/task-host-mode-user', 'aws/ecs/container-readonly-rootfs'],
  why: 'A revision cannot be changed, only replaced, and whether a container works with less only its makers and a test can tell.',
  steps: [
    'Find out where the container writes: give it volumes for those places, such as /tmp.',
    'Set "readonlyRootFilesystem": true for each container.',
    'Set "user" to a user of the image that is not root, and take "privileged" away.',
    'Change "networkMode" from host to awsvpc where the container need not see the network of its machine.',
    'Register the new revision where the definition is kept (CloudFormation, Terraform, a pipeline), and try it outside of production.',
    'Update the services to it, and deregister the old revisions.',
  ],
});
