import { opensOneOf } from '#src/access/index';
import { defineRemedy, withoutDoors } from '#src/remedy';

const settings = { ports: ['22'] as string[] };

export default defineRemedy({
  id: 'aws/ec2/sg-ssh-open',
  title: 'Revoke the rules that open SSH to the internet',
  cures: ['aws/ec2/sg-ssh-open'],
  kind: 'aws.ec2.securityGroup',
  fact: 'ingress',
  risk: 'disruptive',
  settings,
  ...withoutDoors<typeof settings>({
    shuts: (door, { ports }) => opensOneOf(door, ports),
    without: 'no rule opens SSH to the internet',
  }),
});
