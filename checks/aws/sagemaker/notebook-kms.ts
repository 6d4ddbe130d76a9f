import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/sagemaker/notebook-kms',
  title: "The notebook's disk is under a KMS key that was chosen for it",
  severity: 'high',
  controls: ['164.308(a)(1)(ii)(B)', '164.308(a)(4)(ii)(A)', '164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.sagemaker.notebook',
  facts: ['description'],
  evaluate: ({ description: { kmsKey } }) => (kmsKey === null ? fail('no KmsKeyId is set') : pass),
});
