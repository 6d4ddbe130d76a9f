import { opensOneOf } from '#src/access/index';
import { defineRemedy, withoutDoors } from '#src/remedy';

const settings = { ports: ['104', '2761', '2762', '4242', '8042', '11112'] as string[] };

export default defineRemedy({
  id: 'aws/ec2/sg-dicom-open',
  title: 'Revoke the rules that open imaging ports to the internet',
  cures: ['aws/ec2/sg-dicom-open'],
  kind: 'aws.ec2.securityGroup',
  fact: 'ingress',
  risk: 'disruptive',
  settings,
  ...withoutDoors<typeof settings>({
    shuts: (door, { ports }) => opensOneOf(door, ports),
    without: 'no rule opens an imaging port to the internet',
  }),
});
