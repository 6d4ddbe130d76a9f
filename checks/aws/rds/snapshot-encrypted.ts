import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/snapshot-encrypted',
  title: 'Database snapshot is encrypted',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.rds.snapshot',
  facts: ['type', 'storageEncryption', 'sourceIsThere'],
  evaluate: ({ type, storageEncryption, sourceIsThere }) => {
    if (storageEncryption !== 'none') return pass;
    if (type === 'automated' && sourceIsThere)
      return notApplicable(
        'RDS makes it as its database is and lets it go by itself: the database is judged',
      );
    return fail(
      type === 'automated' ? 'it is not encrypted, and its database is gone' : 'it is not encrypted',
    );
  },
});
