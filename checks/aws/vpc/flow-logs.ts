import { defineCheck, fail, pass, passBecause } from '#src/check';

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
  facts: ['flowLogs', 'flowLogFailures'],
  evaluate: ({ flowLogs, flowLogFailures }) => {
    if (flowLogs.length === 0) return fail('the VPC has no flow log of its own');
    if (flowLogFailures.length >= flowLogs.length)
      return fail(`no flow log arrives: ${flowLogFailures.join('; ')}`);
    const kinds = new Set(flowLogs.map(({ traffic }) => traffic));
    if (kinds.has('ALL') || kinds.size > 1) return pass;
    return passBecause(`only traffic of the kind ${[...kinds].join()} is recorded`);
  },
});
