import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/backup-plan',
  title: 'Database is in a backup plan',
  severity: 'medium',
  controls: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)'],
  kind: 'aws.rds.instance',
  facts: ['memberOf', 'replicaOf', 'protection'],
  evaluate: ({ memberOf, replicaOf, protection }) => {
    if (memberOf !== null) return notApplicable(`cluster ${memberOf} is what is backed up`);
    if (protection.plans.length > 0) return pass;
    if (replicaOf !== null) return notApplicable(`it is a read replica: ${replicaOf} is what is backed up`);
    return fail('no backup plan of AWS Backup takes it in');
  },
});
