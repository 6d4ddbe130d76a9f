import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/redshift/kms-key',
  title: 'Warehouse is encrypted under a KMS key of the customer',
  severity: 'medium',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.redshift.cluster',
  facts: ['encryptedBy'],
  evaluate: ({ encryptedBy }) => {
    if (encryptedBy === 'customer') return pass;
    return fail(
      encryptedBy === 'none' ? 'it is not encrypted' : 'it is encrypted with a key that AWS manages',
    );
  },
});
