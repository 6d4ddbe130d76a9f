import { defineCheck, fail, notApplicable, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/vpc/flow-logs',
  title: 'Network traffic of the VPC is recorded',
  severity: 'medium',
  controls: [
    '164.308(a)(1)(ii)(D)',
    '164.308(a)(3)(ii)(A)',
    '164.308(a)(6)(ii)',
    '164.312(b)',
    '164.312(c)(2)',
  ],
  kind: 'aws.vpc.vpc',
  facts: ['sharedBy', 'flowLogs', 'flowLogFailures'],
  evaluate: ({ sharedBy, flowLogs, flowLogFailures: failures }) => {
    if (sharedBy !== null)
      return notApplicable(
        `account ${sharedBy} shares it, and alone records and sees the traffic of the whole`,
      );
    if (flowLogs.length === 0) return fail('the VPC has no flow log of its own');
    const arrives = (kind: string) =>
      flowLogs.filter(({ traffic }) => traffic === kind).length >
      failures.filter(({ traffic }) => traffic === kind).length;
    if (arrives('ALL') || (arrives('ACCEPT') && arrives('REJECT'))) return pass;
    const reasons = failures.map(({ because }) => because).join('; ');
    const only = ['ACCEPT', 'REJECT'].find(arrives);
    if (only === undefined) return fail(`no flow log arrives: ${reasons}`);
    return failures.length > 0
      ? fail(`only traffic of the kind ${only} arrives: ${reasons}`)
      : passBecause(`only traffic of the kind ${only} is recorded`);
  },
});
