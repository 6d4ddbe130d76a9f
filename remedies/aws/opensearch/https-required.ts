import { defineRemedy, to, uncertain } from '#src/remedy';

const tls12 = 'Policy-Min-TLS-1-2-2019-07';

export default defineRemedy({
  id: 'aws/opensearch/https-required',
  title: 'Take HTTPS only, with TLS 1.2 or newer',
  cures: ['aws/opensearch/https-required'],
  kind: 'aws.opensearch.domain',
  fact: 'endpoint',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: (current) =>
    to({
      ...current,
      enforceHttps: true,
      tlsPolicy: current.tlsPolicy.startsWith('Policy-Min-TLS-1-0') ? tls12 : current.tlsPolicy,
    }),
  consequences: (_facts, { before, after }) => [
    ...(before.enforceHttps ? [] : [uncertain('whoever still comes over plain HTTP is refused')]),
    ...(before.tlsPolicy === after.tlsPolicy ? [] : [uncertain('clients that speak no TLS 1.2 are refused')]),
  ],
});
