import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/efs/encryption-at-rest',
  title: 'Shared file system is encrypted',
  severity: 'high',
  controls: ['164.308(a)(1)(ii)(B)', '164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.efs.fileSystem',
  facts: ['encrypted'],
  evaluate: ({ encrypted }) => {
    return encrypted ? pass : fail('it is not encrypted');
  },
});
