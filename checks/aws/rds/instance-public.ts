import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/instance-public',
  title: 'Database has no public address',
  severity: 'critical',
  controls: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)', '164.312(e)(1)'],
  kind: 'aws.rds.instance',
  facts: ['publicReach'],
  exposes: true,
  evaluate: ({ publicReach }) => {
    if (publicReach === null) return pass;
    const { through, unseen } = publicReach;
    if (through.length > 0)
      return fail(`PubliclyAccessible is on, and ${through.join(', ')} lets the internet reach its port`);
    const groups =
      unseen.length > 0
        ? `what ${unseen.join(', ')} lets in cannot be seen`
        : 'its security groups let nobody in from the internet now';
    return fail(`PubliclyAccessible is on; ${groups}`);
  },
});
