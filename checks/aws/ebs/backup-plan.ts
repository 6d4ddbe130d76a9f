import { defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/ebs/backup-plan',
  title: 'Volume is in a backup plan',
  severity: 'medium',
  controls: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)'],
  kind: 'aws.ebs.volume',
  facts: ['backup'],
  evaluate({ backup: { plans, plansOfInstances } }) {
    if (plans.length > 0) return passBecause(`backed up by ${plans.join(', ')}`);
    if (plansOfInstances.length > 0)
      return passBecause(`backed up with its instance by ${plansOfInstances.join(', ')}`);
    return fail('no selection of a backup plan takes it in, nor an instance that it is attached to');
  },
});
