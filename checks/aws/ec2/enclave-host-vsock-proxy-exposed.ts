import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/enclave-host-vsock-proxy-exposed',
  title: "Security groups of an enclave's host keep the ports of vsock proxies from the internet",
  severity: 'medium',
  controls: ['164.312(e)(1)'],
  kind: 'aws.ec2.instance',
  facts: ['enclave', 'internetPorts'],
  settings: { proxyPorts: ['5000', '8000-8090', '9000'] },
  exposes: true,
  evaluate({ enclave, internetPorts }, { settings: { proxyPorts } }) {
    if (!enclave) return notApplicable('no enclave can run on it');
    const open = internetPorts.flatMap(({ group, protocol, from, to }) =>
      proxyPorts
        .filter((range) => {
          const [first = 0, last = first] = range.split('-').map(Number);
          return ['tcp', '-1'].includes(protocol) && from <= last && first <= to;
        })
        .map((range) => `${group} lets the internet in on tcp ${range}`),
    );
    return open.length === 0 ? pass : fail(`${open.join('; ')}, where vsock proxies commonly listen`);
  },
});
