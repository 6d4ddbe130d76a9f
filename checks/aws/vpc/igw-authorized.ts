import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/vpc/igw-authorized',
  title: 'Internet gateway is attached to an approved VPC',
  severity: 'high',
  controls: ['164.308(a)(1)(ii)(B)'],
  kind: 'aws.vpc.internetGateway',
  facts: ['sharedBy', 'attachedTo'],
  settings: { approvedVpcs: [] as string[] },
  evaluate: ({ sharedBy, attachedTo }, { settings: { approvedVpcs } }) => {
    if (sharedBy !== null)
      return notApplicable(`account ${sharedBy} shares its VPC, and alone can change it`);
    if (attachedTo.length === 0) return notApplicable('it is attached to no VPC');
    const others = attachedTo.filter((vpc) => !approvedVpcs.includes(vpc));
    if (others.length === 0) return pass;
    return fail(`attached to ${others.join(', ')}, which approvedVpcs does not name`);
  },
});
