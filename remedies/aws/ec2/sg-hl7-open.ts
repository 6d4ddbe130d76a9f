import { opensOneOf } from '#src/access/index';
import { defineRemedy, withoutDoors } from '#src/remedy';

const settings = { ports: ['2575'] as string[] };

export default defineRemedy({
  id: 'aws/ec2/sg-hl7-open',
  title: 'Revoke the rules that open clinical messaging ports to the internet',
  cures: ['aws/ec2/sg-hl7-open'],
  kind: 'aws.ec2.securityGroup',
  fact: 'ingress',
  risk: 'disruptive',
  settings,
  ...withoutDoors<typeof settings>({
    shuts: (door, { ports }) => opensOneOf(door, ports),
    without: 'no rule opens a port of clinical messaging to the internet',
  }),
});
