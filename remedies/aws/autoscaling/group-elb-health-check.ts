import { defineRemedy, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/autoscaling/group-elb-health-check',
  title: 'Let the scaling group heed the health that its load balancer sees',
  cures: ['aws/autoscaling/group-elb-health-check'],
  kind: 'aws.autoscaling.group',
  fact: 'healthCheck',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  settings: { minGraceSeconds: 300 },
  desired: ({ types, graceSeconds }, { settings: { minGraceSeconds } }) => {
    const kept = types.split(/\s*,\s*/).filter((type) => type !== 'EC2' && type !== 'ELB');
    return to({
      types: ['ELB', ...kept].join(','),
      graceSeconds: Math.max(graceSeconds, minGraceSeconds),
    });
  },
  consequences: (_facts, { after }) => [
    uncertain(
      `a host that the load balancer holds for ill after ${after.graceSeconds} seconds is ended and replaced, and if its health check is wrong, all of them are`,
    ),
  ],
});
