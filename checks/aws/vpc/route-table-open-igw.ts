import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/vpc/route-table-open-igw',
  title: 'Route table does not send everything straight to an internet gateway',
  severity: 'medium',
  controls: ['164.312(e)(1)'],
  kind: 'aws.vpc.routeTable',
  facts: ['sharedBy', 'id', 'toInternet', 'serves'],
  settings: { approvedRouteTables: [] as string[] },
  evaluate: (
    { sharedBy, id, toInternet, serves: { main, subnets } },
    { settings: { approvedRouteTables } },
  ) => {
    if (sharedBy !== null) return notApplicable(`account ${sharedBy} shares it, and alone can change it`);
    if (toInternet.length === 0 || approvedRouteTables.includes(id)) return pass;
    const served = [...subnets, ...(main ? ['every subnet of the VPC that has no table of its own'] : [])];
    return fail(`${toInternet.join('; ')}, for ${served.join(', ') || 'no subnet now'}`);
  },
});
