import { dayOf, defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/kms/key-pending-deletion',
  title: 'Customer key is not queued for deletion',
  severity: 'critical',
  controls: ['164.308(a)(1)(ii)(B)'],
  kind: 'aws.kms.key',
  facts: ['description'],
  evaluate: ({ description }) => {
    if (description.managedBy === 'AWS') return notApplicable('AWS manages this key');
    if (description.state !== 'PendingDeletion' && description.state !== 'PendingReplicaDeletion')
      return pass;
    return fail(
      description.deletedOn ? `to be deleted on ${dayOf(description.deletedOn)}` : 'queued for deletion',
    );
  },
});
