import { dayOf, defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/instance-ssm-managed',
  title: 'Running instance is managed by Systems Manager',
  severity: 'medium',
  controls: ['164.308(a)(5)(ii)(B)'],
  kind: 'aws.ec2.instance',
  facts: ['state', 'management'],
  evaluate({ state, management }) {
    if (state !== 'running') return notApplicable(`the instance is ${state}`);
    if (management === null) return fail('Systems Manager does not know it');
    if (management.ping === 'Online') return pass;
    const since = management.lastPingAt === null ? '' : `; last heard of on ${dayOf(management.lastPingAt)}`;
    return fail(`Systems Manager does not hear of it (${management.ping})${since}`);
  },
});
