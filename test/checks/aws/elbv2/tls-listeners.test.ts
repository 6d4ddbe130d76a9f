import check from '../../../../checks/aws/elbv2/tls-listeners.ts';
import { testCheck } from '../../../kit/test-check.ts';

const listener = (protocol: string, more: object = {}) => ({
  arn: 'arn',
  port: 443,
  protocol,
  certificates: 0,
  ...more,
});

const of = (type: string, ...listeners: readonly ReturnType<typeof listener>[]) => ({
  type,
  listeners,
  plainHttpActions: listeners
    .filter(({ protocol }) => protocol === 'HTTP')
    .map(({ port }) => ({ port, does: ['forward'] })),
});

/** A listener without TLS, by what its rules do, the default one last. */
const http = (...does: readonly string[]) => ({
  type: 'application',
  listeners: [listener('HTTP')],
  plainHttpActions: [{ port: 443, does }],
});

testCheck(check, {
  pass: [
    { name: 'HTTPS', facts: of('application', listener('HTTPS', { certificates: 1 })) },
    { name: 'HTTP redirects', facts: http('redirect to HTTPS') },
    {
      name: 'HTTP turns away what no rule redirects',
      facts: http('redirect to HTTPS', 'fixed-response 404'),
    },
    { name: 'TLS beside UDP', facts: of('network', listener('TLS', { certificates: 1 }), listener('UDP')) },
    {
      name: 'hosts behind TCP are known to speak TLS',
      facts: of('network', listener('TCP')),
      settings: { passThroughTcpPorts: ['443'] },
    },
  ],
  fail: [
    {
      name: 'HTTP',
      facts: of('application', listener('HTTP')),
      because: /^no certificate: HTTP on port 443$/,
    },
    {
      name: 'HTTP answers by itself',
      facts: http('fixed-response 200'),
      because: /HTTP/,
    },
    {
      name: 'a rule of a listener that redirects the rest serves',
      facts: http('forward', 'redirect to HTTPS'),
      because: /^no certificate: HTTP on port 443$/,
    },
    { name: 'TCP', facts: of('network', listener('TCP')), because: /TCP on port 443/ },
    {
      name: 'TCP on another port',
      facts: of('network', listener('TCP')),
      settings: { passThroughTcpPorts: ['8443'] },
      because: /TCP/,
    },
    {
      name: 'HTTP on a port that TCP may pass through',
      facts: of('application', listener('HTTP')),
      settings: { passThroughTcpPorts: ['443'] },
      because: /HTTP/,
    },
    { name: 'TCP with UDP', facts: of('network', listener('TCP_UDP')), because: /TCP_UDP/ },
  ],
  notApplicable: [
    { name: 'UDP', facts: of('network', listener('UDP')), because: /can have a certificate/ },
    { name: 'no listener', facts: of('application') },
    { name: 'a gateway', facts: of('gateway', listener('')), because: /gateway/ },
  ],
});
