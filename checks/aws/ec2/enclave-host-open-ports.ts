import { defineCheck, fail, notApplicable, pass, portsOf } from '#src/check';

/** Those that have ports; `-1` is all. */
const portProtocols = ['tcp', 'udp', '-1'];

export default defineCheck({
  id: 'aws/ec2/enclave-host-open-ports',
  title: "Security groups of an enclave's host open no unusual port to the internet",
  severity: 'high',
  controls: ['164.312(e)(1)'],
  kind: 'aws.ec2.instance',
  facts: ['enclave', 'internetPorts'],
  settings: { usualPorts: ['80', '443'] },
  exposes: true,
  evaluate({ enclave, internetPorts }, { settings: { usualPorts } }) {
    if (!enclave) return notApplicable('no enclave can run on it');
    const unusual = internetPorts.filter(
      ({ protocol, from, to }) =>
        portProtocols.includes(protocol) && !(from === to && usualPorts.some((port) => port === `${from}`)),
    );
    if (unusual.length === 0) return pass;
    return fail(unusual.map((open) => `${open.group} lets the internet in on ${portsOf(open)}`).join('; '));
  },
});
