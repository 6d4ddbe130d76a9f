import { defineCheck, fail, notApplicable, pass, servedInPlain } from '#src/check';

export default defineCheck({
  id: 'aws/elbv2/tls-listeners',
  title: 'Every listener of the load balancer has a certificate',
  severity: 'medium',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.elbv2.loadBalancer',
  facts: ['type', 'listeners', 'plainHttpActions'],
  /** Ports on which hosts behind TCP listeners are known to speak TLS themselves. */
  settings: { passThroughTcpPorts: [] as string[] },
  evaluate: ({ type, listeners, plainHttpActions }, { settings: { passThroughTcpPorts } }) => {
    if (type === 'gateway') return notApplicable('a gateway load balancer passes packets on as they are');
    const asked = listeners.filter(({ protocol }) => !['UDP', 'QUIC', 'TCP_QUIC'].includes(protocol));
    if (asked.length === 0) return notApplicable('no listener can have a certificate');
    const servesNothing = (port: number) =>
      plainHttpActions.some((plain) => plain.port === port && servedInPlain(plain.does).length === 0);
    const bare = asked.filter(
      ({ protocol, port, certificates }) =>
        certificates === 0 &&
        !(protocol === 'HTTP' && servesNothing(port)) &&
        !(protocol.startsWith('TCP') && passThroughTcpPorts.includes(`${port}`)),
    );
    if (bare.length === 0) return pass;
    return fail(
      `no certificate: ${bare.map(({ port, protocol }) => `${protocol} on port ${port}`).join(', ')}`,
    );
  },
});
