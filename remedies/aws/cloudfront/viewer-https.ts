import { defineRemedy, harmless, to } from '#src/remedy';

export default defineRemedy({
  id: 'aws/cloudfront/viewer-https',
  title: 'Send viewers who come over plain HTTP on to HTTPS',
  cures: ['aws/cloudfront/viewer-https-only'],
  kind: 'aws.cloudfront.distribution',
  fact: 'viewers',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  desired: (rules) =>
    to(rules.map((rule) => (rule.policy === 'allow-all' ? { ...rule, policy: 'redirect-to-https' } : rule))),
  consequences: () => [
    harmless('browsers follow by themselves, and the distribution shows a certificate already'),
    harmless('a program that does not follow a redirect must be given the HTTPS address'),
  ],
});
