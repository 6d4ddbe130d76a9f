import { isEveryPort } from '#src/access/index';
import { defineRemedy, withoutDoors } from '#src/remedy';

export default defineRemedy({
  id: 'aws/ec2/sg-all-traffic-open',
  title: 'Revoke the rules that open every port to the internet',
  cures: ['aws/ec2/sg-all-traffic-open'],
  kind: 'aws.ec2.securityGroup',
  fact: 'ingress',
  risk: 'disruptive',
  ...withoutDoors({
    shuts: (door) => isEveryPort(door) && (door.protocol === '-1' || door.protocol === 'tcp'),
    without: 'no rule opens every port to the internet',
  }),
});
