import { defineCheck, fail, pass, passBecause, phiSettings, phiTag, portsOf } from '#src/check';

/** Ping, and the messages that long packets need: no way to what runs on a host. */
const isIcmp = (protocol: string): boolean => ['icmp', 'icmpv6', '1', '58'].includes(protocol);

export default defineCheck({
  id: 'aws/vpc/phi-public-reach',
  title: 'No instance that the internet reaches is in a VPC with PHI',
  severity: 'high',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  kind: 'aws.ec2.instance',
  facts: ['internetDoors', 'vpcTags'],
  settings: phiSettings,
  exposes: true,
  evaluate({ internetDoors, vpcTags }, { settings }) {
    const door = internetDoors.find(({ protocol }) => !isIcmp(protocol));
    if (door === undefined) return pass;
    const rule = { keys: settings.phiKeys, values: settings.phiValues };
    const phi = vpcTags.find(({ key, value }) => phiTag({ [key]: value }, rule));
    if (phi === undefined)
      return passBecause('neither its VPC nor a subnet, instance or RDS database there is tagged PHI');
    return fail(
      `the internet reaches ${door.address} on ${portsOf(door)} (${door.group}), and in its VPC ${phi.on} is tagged ${phi.key}: ${phi.value}`,
    );
  },
});
