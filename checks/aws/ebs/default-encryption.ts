import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ebs/default-encryption',
  title: 'New volumes of the region are encrypted by default',
  severity: 'high',
  controls: ['164.308(a)(1)(ii)(B)', '164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.region',
  facts: ['ebsEncryptionByDefault'],
  evaluate: ({ ebsEncryptionByDefault }) =>
    ebsEncryptionByDefault
      ? pass
      : fail('encryption by default is off: a new volume is plain unless its maker says otherwise'),
});
