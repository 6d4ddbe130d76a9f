import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/elbv2/access-logging',
  title: 'Log the requests to the load balancer',
  cures: ['aws/elbv2/access-logging'],
  kind: 'aws.elbv2.loadBalancer',
  fact: 'accessLog',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because:
      'logging stops, and the names of its bucket and prefix stay in the settings of the load balancer',
  },
  /** A bucket of the same region, and what the names of the logs begin with; {name} is the load balancer's. */
  settings: { logBucket: '', prefix: '{name}' },
  desired(current, { settings: { logBucket, prefix }, subject }) {
    if (current !== null) return to(current);
    if (logBucket === '')
      return cannot(
        'no log bucket is configured: set remediation.settings."aws/elbv2/access-logging".logBucket to a bucket of the same region',
      );
    return to({ bucket: logBucket, prefix: prefix.replaceAll('{name}', subject.name ?? '') });
  },
  consequences: (_facts, { after }) => [
    harmless('requests are answered as before'),
    uncertain(
      `ELB refuses the change where the policy of ${after?.bucket} does not let it write there, which was not looked at`,
    ),
    harmless(`the logs hold addresses and paths of requests, so ${after?.bucket} needs the same protection`),
  ],
});
