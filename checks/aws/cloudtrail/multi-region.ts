import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/cloudtrail/multi-region',
  title: 'An active trail covers every region',
  severity: 'high',
  controls: [
    '164.308(a)(1)(ii)(D)',
    '164.308(a)(3)(ii)(A)',
    '164.308(a)(6)(ii)',
    '164.312(b)',
    '164.312(e)(2)(i)',
  ],
  kind: 'aws.account',
  facts: ['everyRegionRecording'],
  evaluate: ({ everyRegionRecording: { trails, reads, writes } }) => {
    if (trails.length === 0) return fail('no trail that is on covers every region');
    const gaps = [reads !== 'all' && 'reads', writes !== 'all' && 'writes'].filter((gap) => gap !== false);
    if (gaps.length === 0) return passBecause(`covered by ${trails.join(', ')}`);
    return fail(`${trails.join(', ')} leaves out management ${gaps.join(' and ')}, or some of them`);
  },
});
