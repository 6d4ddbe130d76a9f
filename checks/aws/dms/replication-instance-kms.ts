import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/dms/replication-instance-kms',
  title: 'Database-migration host is sealed under a key of the customer',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.dms.replicationInstance',
  facts: ['keyManagedBy'],
  settings: { takesAwsKeys: false },
  evaluate: ({ keyManagedBy }, { settings: { takesAwsKeys } }) => {
    if (keyManagedBy === 'customer' || takesAwsKeys) return pass;
    return fail("it is encrypted under AWS's own key, whose policy AWS minds");
  },
});
