import { dayOf, defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/guardduty/open-findings',
  title: 'No serious threat finding waits for a decision',
  severity: 'high',
  controls: ['164.308(a)(6)(ii)', '164.312(b)'],
  kind: 'aws.region',
  facts: ['guardDutyFindings'],
  evaluate: ({ guardDutyFindings }) => {
    if (guardDutyFindings === null)
      return notApplicable('GuardDuty is off here, which is a finding of its own');
    const { count, more, oldestAt, types } = guardDutyFindings;
    if (count === 0) return pass;
    const many = `${count}${more ? ' or more' : ''} ${count === 1 ? 'finding' : 'findings'}`;
    const since = oldestAt === null ? '' : `, the oldest of ${dayOf(oldestAt)}`;
    return fail(`${many} of high severity not archived${since}: ${types.join(', ')}`);
  },
});
