import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/sagemaker/endpoint-config-kms',
  title: "The model endpoint's storage is under a KMS key that was chosen for it",
  severity: 'medium',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'],
  kind: 'aws.sagemaker.endpointConfig',
  facts: ['description'],
  evaluate: ({ description: { kmsKey, hasVolume } }) => {
    if (kmsKey !== null) return pass;
    if (!hasVolume)
      return notApplicable(
        'its machines have no volume that takes a key: serverless, or with disks of their own',
      );
    return fail('no KmsKeyId is set');
  },
});
