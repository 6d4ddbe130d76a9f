import { defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/cloudfront/viewer-https',
  title: 'Send viewers who come over plain HTTP on to HTTPS',
  cures: ['aws/cloudfront/viewer-https-only'],
  kind: 'aws.cloudfront.distribution',
  fact: 'viewers',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: (rules) =>
    to(rules.map((rule) => (rule.policy === 'allow-all' ? { ...rule, policy: 'redirect-to-https' } : rule))),
  consequences: () => [
    harmless('browsers follow by themselves'),
    uncertain(
      'a program that follows no redirect is refused until it is given the HTTPS address, and which come over HTTP cannot be seen from here',
    ),
    uncertain('a name of the distribution that its certificate does not cover shows a warning instead'),
  ],
});
