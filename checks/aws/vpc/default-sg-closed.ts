import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/vpc/default-sg-closed',
  title: 'Default security group has no rules',
  severity: 'high',
  controls: ['164.312(e)(1)'],
  kind: 'aws.ec2.securityGroup',
  facts: ['isDefault', 'rules', 'usedBy'],
  evaluate: ({ isDefault, rules, usedBy }) => {
    if (!isDefault) return notApplicable('it is not the default group of a VPC');
    const inward = Object.keys(rules.ingress).length;
    const outward = Object.keys(rules.egress).length;
    if (inward + outward === 0) return pass;
    const use = `${usedBy === 0 ? 'no' : usedBy} network ${usedBy < 2 ? 'interface uses' : 'interfaces use'}`;
    return fail(`inbound rules: ${inward}, outbound rules: ${outward}; ${use} the group now`);
  },
});
