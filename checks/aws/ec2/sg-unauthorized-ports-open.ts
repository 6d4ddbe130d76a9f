import { defineCheck, fail, ifUnused, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/sg-unauthorized-ports-open',
  title: 'Only approved ports are open to the internet',
  severity: 'high',
  controls: ['164.312(e)(1)'],
  kind: 'aws.ec2.securityGroup',
  facts: ['openToInternet', 'usedBy'],
  exposes: true,
  settings: { approvedTcpPorts: ['80', '443'] as string[], approvedUdpPorts: [] as string[] },
  evaluate: ({ openToInternet, usedBy }, { settings: { approvedTcpPorts, approvedUdpPorts } }) => {
    const isWithin = (approved: readonly string[], from: number, to: number) => {
      const ports = new Set(approved.map(Number));
      for (let port = from; port <= to; port++) if (!ports.has(port)) return false;
      return true;
    };
    const seen = openToInternet.filter(
      ({ tcp, udp, from, to }) =>
        (tcp && !isWithin(approvedTcpPorts, from, to)) || (udp && !isWithin(approvedUdpPorts, from, to)),
    );
    if (seen.length === 0) return pass;
    return fail(`${seen.map(({ says }) => says).join('; ')}${ifUnused(usedBy)}`);
  },
});
