import { defineCheck, fail, notApplicable, passBecause } from '#src/check';

/** Enough to go and look. */
const mostNamed = 5;
const named = (ids: readonly string[]): string => {
  const more = ids.length - mostNamed;
  return `${ids.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

export default defineCheck({
  id: 'aws/ec2/instance-backup-plan',
  title: 'Instance is in a backup plan',
  severity: 'medium',
  controls: [
    '164.308(a)(7)(i)',
    '164.308(a)(7)(ii)(A)',
    '164.308(a)(7)(ii)(B)',
    '164.308(a)(7)(ii)(C)',
    '164.310(d)(2)(iv)',
    '164.312(a)(2)(ii)',
  ],
  kind: 'aws.ec2.instance',
  facts: ['backup'],
  evaluate({ backup: { plans, disks, disksLeftOut } }) {
    if (plans.length > 0) return passBecause(`backed up by ${plans.join(', ')}`);
    if (disks === 0) return notApplicable('it has no EBS volume, and AWS Backup takes no other in');
    if (disksLeftOut.length === 0) return passBecause('each of its volumes is backed up by itself');
    return fail(`no selection of a backup plan takes it in, nor its ${named(disksLeftOut)}`);
  },
});
